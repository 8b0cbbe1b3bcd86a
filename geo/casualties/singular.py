"""One person killed or hurt, told without a figure: the number of a verb or noun says that it is one."""

import re
from collections.abc import Iterator

from geo.events.living import ANIMALS, PERSON, TITLE

#: "he was gunned down". In a text in capitals names look like other words: a word for a person must stand by them.
_WAS = re.compile(
    r"\b(?P<subject>[^\W\d][\w'.\])]*)(?:, [0¤]+)?,? (?:was|has been|had been) "
    r"(?:(?:also|later|brutally|seriously|severely|slightly|gravely|critically) )*"
    r"(?P<v>killed|murdered|assassinated|executed|shot dead|gunned down|wounded|injured"
    r"|(?:shot|stabbed|beaten|hacked|tortured|machine-?gunned) to death|found dead|riddled with bullets)\b"
)
#: "he died on the way"; in capitals with a title: "INSPECTOR PAT ROE DIED".
_DIED = re.compile(
    r"\b(?P<subject>[^\W\d][\w'.\])]*)(?:, [0¤]+,)? (?:(?:later|also|has|had) ){0,2}(?P<v>died|succumbed)\b(?! out\b)"
)
#: "she was hit in the neck and died".
_AND_DIED = re.compile(r"\b(?P<subject>he|she) (?:was|had been) [^,.;]{3,60}? and (?:later )?(?P<v>died)\b")
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
#: The subject as far as its last small word: "when judge pat roe", "the senator".
_SUBJECT = re.compile(
    r"(?:^|[^\w\s.'’-]|\b(?:the|an?|his|her|their|its|that|said|when|where|while|as|and|or|but|by|in|on|at|for|with|former)\s)"
    r"(?P<words>[\w\s.'’-]{0,60})$"
)
_SOMEBODY = re.compile(rf"\b(?:{PERSON}|{TITLE})\b(?!['’-])")
#: Subjects that are nobody, no person or more than one; "0" stands for a number.
_NO_ONE = re.compile(
    r"(?:[0¤]|\b(?:it|this|that|there|which|nobody|no-?one|one|none|who|some|everyone|nothing|what|or|and|if|family|group"
    rf"|couple|crew|staff|patrol|population|unit|platoon|squad|team|people|attack|action|{ANIMALS}))$"
)
#: Deals and plans are killed and executed as well.
_OF_THINGS_TOO = frozenset({"killed", "executed", "shot dead", "died", "succumbed"})
#: What is killed is more than one.
_SEVERAL = re.compile(
    r"[&¤0]|\b(?:and|men|women|people|children|group|family|couple|crew|staff|those|these|his|her|their|its)\b"
)
_PLURAL = re.compile(r"\b[a-z]\w*s\b")


def alone(masked: str, raw: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each telling of one person killed or injured.

    Args:
        masked: the sentence in lower case, every number as a run of 0.
        raw: the sentence as it stands, character for character.
    """
    capitals = raw.isupper()
    for match in (*_WAS.finditer(masked), *_DIED.finditer(masked), *_AND_DIED.finditer(masked)):
        who = match.group("subject")
        if who in _PRONOUN or (capitals and _is_somebody(masked[: match.end("subject")], match.group("v"))):
            yield match.start(), match.end(), "injured" if match.group("v") in ("wounded", "injured") else "killed"
    for match in _OF.finditer(masked):
        whom = raw[match.start("whom") : match.end("whom")]
        if _UNDONE.search(masked, 0, match.start()) or _SEVERAL.search(match.group("whom")):
            continue
        if _PLURAL.search(whom.casefold() if capitals else whom):
            continue
        if capitals or _NAME.search(whom):
            yield match.start(), match.end(), "killed"


def _is_somebody(before: str, verb: str) -> bool:
    """Whether what stands before a verb ends in one person: the verb is said of people only, or a title tells."""
    subject = _SUBJECT.search(before[-80:])
    if subject is None or _NO_ONE.search(before) or " of " in subject.group("words"):
        return False
    return verb not in _OF_THINGS_TOO or _SOMEBODY.search(subject.group("words")) is not None
