"""People strung together count as one figure: "a teacher and seven pupils" are eight."""

import re

from geo.incidents.living import PERSON

#: People by what they do as well: "dockers", "classmates".
_PEOPLE = rf"(?:{PERSON}|[a-z]{{2,}}(?:ers|ists|mates|women|men))"
_ONE = r"(?<!s)(?<!people)(?<!children)(?<!men)(?<!family)(?<!families)(?<!couple)(?<!crew)(?<!staff)(?<!lives)"
_SMALL = r"(?:and|or|but|of|in|on|at|by|who|that|was|were|has|had|have|is|are|the|said|with|from|to|for|after|as)"
_WORDS = rf"(?:(?!{_SMALL}\s)(?:[^\W\d]|[¤'-])+\s+){{0,3}}?"


def _someone(name: str) -> str:
    """One person or a number of them; the number, if any, is the group of that name."""
    return (
        rf"(?:(?:(?:his|her|their) )?(?P<{name}>0+) (?:of the )?{_WORDS}{_PEOPLE}\b"
        rf"|(?:an?|the|his|her|their) {_WORDS}{PERSON}{_ONE}\b)(?!'|-)"
    )


_TOGETHER = re.compile(rf"(?<![\w¤-])(?:(?P<more>0+ {_WORDS}{_PEOPLE}), )?{_someone('n')} and {_someone('m')}")
#: "killing two soldiers and three farmers were hurt": what stands before governs the first only.
_ACT = re.compile(
    r"(?:\w+ing|killed|wounded|injured|hurt|shot|dead|stabbed|arrested|kidnapped|abducted)(?: [a-z]+){0,3} $"
)
_OWN_VERB = re.compile(r" (?:was|were|is|are|has|have|had|died|sustained|suffered|injured|wounded|missing|killed)\b")
_ALONE = re.compile(r" (?:was|is|has)\b")
#: "three people, two soldiers and a nurse": the first counts the others too.
_ANYBODY = re.compile(r"(?:people|persons|others|victims|civilians)$")


def put_together(masked: str, values: dict[int, int]) -> str:
    """The sentence with people strung together under one number, the value of which is added to ``values``.

    Args:
        masked: a sentence as ``mask`` gives it; what is returned has its length.
        values: of its numbers, by offset.
    """

    def merge(match: re.Match[str]) -> str:
        acted = _ACT.search(masked, max(0, match.start() - 60), match.start())
        behind = _OWN_VERB if acted else _ALONE
        if behind.match(masked, match.end()):
            return match.group()
        numbers = [values.get(match.start(name), 0) if match.group(name) else 1 for name in ("n", "m")]
        start, first = match.start(), values.get(match.start(), 0)
        if match.group("more") and (first == sum(numbers) or _ANYBODY.search(match.group("more"))):
            start = match.start("more") + len(match.group("more")) + 2
        elif match.group("more"):
            numbers.append(first)
        if 0 in numbers:
            return match.group()
        values[start] = sum(numbers)
        last = match.group().rfind(" ") + match.start()
        return masked[match.start() : start] + "0" * (last - start) + masked[last : match.end()]

    return _TOGETHER.sub(merge, masked) if " and " in masked else masked
