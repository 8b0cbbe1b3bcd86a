"""Patterns of many words match where the words do."""

import re

import pytest

from geo.model.patterns import by_first_letter

PATTERN = r"shell(?:ed|s)|s?hips?|ship|a|b(?:lew|last)|bomb|\d+ tons|[|(s]ank|(?:car|bus)es|ss*|e\|f|\(g"
FOUND = "shelled ships hips ship a blew blast bomb 20@tons sank |ank (ank cares buses s sss e|f (g"
MISSED = "hell hip@s shi hell@s omb b last @tons ank es e f g bombs |"


@pytest.mark.parametrize("text", f"{FOUND} {MISSED}".split())
def test_words_behind_their_first_letter_match_where_they_did(text):
    text = text.replace("@", " ")
    assert bool(re.fullmatch(by_first_letter(PATTERN), text)) is bool(re.fullmatch(PATTERN, text))
