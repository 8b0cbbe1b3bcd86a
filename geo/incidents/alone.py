"""One person killed or hurt, told without a figure: the number of a verb or noun says that it is one."""

import re
from collections.abc import Iterator

#: "he was gunned down". In a text in capitals names look like other words, so that any subject may be a name.
_WAS = re.compile(
    r"\b(?P<subject>[^\W\d][\w'.\])]*)(?:, [0¤]+)?,? (?:was|has been|had been) "
    r"(?:(?:also|later|brutally|seriously|severely|slightly|gravely|critically) )*"
    r"(?P<v>killed|murdered|assassinated|executed|shot dead|gunned down|wounded|injured"
    r"|(?:shot|stabbed|beaten|hacked|tortured|machine-?gunned) to death)\b"
)
#: "the murder of Pat Roe".
_OF = re.compile(
    r"\b(?:assassination|murder) of (?P<whom>[^,;.\[\]\"]{3,70}?)"
    r"(?=[,;.\[\]\"]| (?:by|in|on|at|who|was|were|is|has|had|that|which|for|to|as|this|last|today|yesterday)\b|$)"
)
_NAME = re.compile(r"[A-Z][\w.'-]+ [A-Z][\w.'-]+$")
_UNDONE = re.compile(
    r"\b(?:attempt\w*|plot\w*|plan\w*|threat\w*|conspir\w*|tried|foiled|fail\w*|prevent\w*)\b[^,;]{0,40}$"
)
_PRONOUN = frozenset({"he", "she"})
#: Subjects that are nobody, no person or more than one; "0" stands for a number.
_NO_ONE = re.compile(
    r"it|this|that|there|which|nobody|no-?one|one|none|who|some|everyone|nothing|what|or|and|if|[0¤]+|famil(?:y|ia)"
    r"|group|couple|crew|staff|patrol|population|unit|platoon|squad|team|people|cattle|dog|attack|action"
    r"|\w+[^aeious]s"
)
#: What is killed is more than one.
_SEVERAL = re.compile(
    r"[&¤0]|\b(?:and|\w+[^aeious]s|\w+ies|men|women|people|children|judges|nurses|employees|group|family|couple"
    r"|those|these|his|her|their|its)\b"
)


def alone(masked: str, raw: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each telling of one person killed or injured.

    Args:
        masked: the sentence in lower case, every number as a run of 0.
        raw: the sentence as it stands, character for character.
    """
    capitals = raw.isupper()
    for match in _WAS.finditer(masked):
        who = match.group("subject")
        if who in _PRONOUN or (capitals and not _NO_ONE.fullmatch(who)):
            yield match.start(), match.end(), "injured" if match.group("v") in ("wounded", "injured") else "killed"
    for match in _OF.finditer(masked):
        if _UNDONE.search(masked, 0, match.start()) or _SEVERAL.search(match.group("whom")):
            continue
        if capitals or _NAME.search(raw[match.start("whom") : match.end("whom")]):
            yield match.start(), match.end(), "killed"
