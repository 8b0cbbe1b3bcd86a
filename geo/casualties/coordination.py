"""People strung together count as one figure: "a teacher and seven pupils" are eight."""

import re

from geo.events.living import PERSON

#: People by what they do as well: "dockers", "classmates".
_PEOPLE = rf"(?:{PERSON}|[a-z]{{2,}}(?:ers|ists|mates|women|men))"
_ONE = r"(?<!s)(?<!people)(?<!children)(?<!men)(?<!family)(?<!families)(?<!couple)(?<!crew)(?<!staff)(?<!lives)"
_SMALL = r"(?:and|or|but|of|in|on|at|by|who|that|was|were|has|had|have|is|are|the|said|with|from|to|for|after|as)"
#: A verb or a new beginning between "a" and a person: "a gunman killed his wife".
_BREAK = r"(?:kill(?:ed|ing|s)|murdered|an?|his|her|their|its)"
_WORDS = rf"(?:(?!(?:{_SMALL}|{_BREAK})\s)(?:[^\W\d]|[¤'-])+\s+){{0,3}}?"
_HIS = r"(?:his|her|their|its)"
#: Some of them, each as one alternative: a number, two together, the doer, one.
_SOME = (
    rf"(?:(?:(?:{_HIS}|the|other|another) )?(?P<n>0+) (?:of (?:the|{_HIS}) )?{_WORDS}{_PEOPLE}\b"
    rf"|(?P<two>(?:an?|the|{_HIS}) {_WORDS}(?:couple|twins)\b(?! of\b))"
    r"|(?P<self>himself|herself)\b"
    rf"|(?:an?|the|{_HIS}) {_WORDS}{PERSON}{_ONE}\b)(?!'|-)"
)
_SOMEONE = re.compile(_SOME)
_ANYONE = re.sub(r"\?P<\w+>", "?:", _SOME)
_TOGETHER = re.compile(rf"(?<![\w¤-]){_ANYONE}(?:, {_ANYONE})*,? and {_ANYONE}")
#: "killing two soldiers and three farmers were hurt": what stands before governs the first only.
_ACT = re.compile(
    r"(?:\w+ing|killed|wounded|injured|hurt|shot|dead|stabbed|arrested|kidnapped|abducted)(?: [a-z]+){0,3} $"
)
_OWN_VERB = re.compile(r" (?:was|were|is|are|has|have|had|died|sustained|suffered|injured|wounded|missing|killed)\b")
#: "killed a suspect and his brother surrendered": the last did something of their own.
_DID = re.compile(
    r" (?!(?:aged|armed|named|identified|suspected|accused|trapped|based|dressed|married|believed|thought|wanted"
    r"|employed|stationed|deployed|used|need|red|unrelated)\b)(?:[a-z]+ed|fled|said|told|went|came|left|took|saw|met|held|made)\b"
)
_ALONE = re.compile(r" (?:was|is|has)\b")
#: "three people, two soldiers and a nurse": the first counts the others too.
_ANYBODY = re.compile(r"(?:people|persons|others|victims|civilians)$")
#: "six pilgrims, three guards killed", as headlines have it; the names of peoples end like plurals.
_LISTED = re.compile(r"(?<![\w¤-])(?P<n>0+) (?P<a>[a-z]+s|\w*men|people), (?P<m>0+) (?P<b>[a-z]+s|\w*men|others) ")
_BECAME = re.compile(r"(?:were |are )?(?:killed|dead|die|died|wounded|injured|hurt|missing|arrested|kidnapped)\b")
#: Two people told of as one thing: "a couple were killed".
_PAIR = re.compile(rf"(?<!\w)(?:an?|the) {_WORDS}couple(?= (?:was|were|died|who|on|from|in|have|had)\b|,)")


def put_together(masked: str, values: dict[int, int]) -> str:
    """The sentence with people strung together under one number, the value of which is added to ``values``.

    Args:
        masked: a sentence as ``mask`` gives it; what is returned has its length.
        values: of its numbers, by offset.
    """
    if " and " in masked:
        masked = _TOGETHER.sub(lambda match: _merged(masked, match, values), masked)
    if "couple" in masked:
        masked = _PAIR.sub(lambda match: _as_number(match, match.start(), 2, values), masked)
    return _LISTED.sub(lambda match: _side_by_side(match, values), masked) if ", 0" in masked else masked


def _merged(masked: str, match: re.Match[str], values: dict[int, int]) -> str:
    acted = _ACT.search(masked, max(0, match.start() - 60), match.start())
    behind = _OWN_VERB if acted else _ALONE
    if behind.match(masked, match.end()) or (acted and _DID.match(masked, match.end())):
        return match.group()
    members = list(_SOMEONE.finditer(masked, match.start(), match.end()))
    numbers = [_number(member, values) for member in members]
    first, others = numbers[0], numbers[1:]
    start = match.start()
    if len(others) > 1 and (first == sum(others) or _ANYBODY.search(members[0].group())):
        start, first = members[1].start(), 0
    if 0 in others:
        return match.group()
    return _as_number(match, start, first + sum(others), values)


def _number(member: re.Match[str], values: dict[int, int]) -> int:
    if member["n"]:
        return values.get(member.start("n"), 0)
    return 2 if member["two"] else 1


def _as_number(match: re.Match[str], start: int, n: int, values: dict[int, int]) -> str:
    """What was matched with all but its last word as one number from an offset on."""
    values[start] = n
    words = match.group()
    last, first = words.rfind(" "), start - match.start()
    return words[:first] + "0" * (last - first) + words[last:]


def _side_by_side(match: re.Match[str], values: dict[int, int]) -> str:
    n, m = (values.get(match.start(name), 0) for name in ("n", "m"))
    if not n or not m or _ANYBODY.search(match["a"]) or not _BECAME.match(match.string, match.end()):
        return match.group()
    return _as_number(match, match.start(), n + m, values)


#: "killed 12 and injured twice as many", "and as many were hurt".
_AS_MANY = re.compile(r"\b(?P<twice>twice )?(?:as many(?: again)?|the same number|an equal number)\b(?! as\b)")


def as_many(masked: str, values: dict[int, int]) -> str:
    """The sentence with "as many" as the number before it."""

    def number(match: re.Match[str]) -> str:
        before = [at for at in values if at < match.start() and masked[at] == "0"]
        if not before:
            return match.group()
        values[match.start()] = values[max(before)] * (2 if match["twice"] else 1)
        return "0" * len(match.group())

    return _AS_MANY.sub(number, masked) if values and (" many" in masked or " number" in masked) else masked
