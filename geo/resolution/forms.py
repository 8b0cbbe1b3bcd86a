"""The spellings under which a mention may stand in a gazetteer."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from geo.model.names import FOREIGN_JOINTS
from geo.resolution.terms import TERMS, named_in, without_term


class Tier(IntEnum):
    """How far a form is from the words of the text; LESS and PART count only where no nearer one is found."""

    WHOLE = 0  # the words as written, without article and possessive
    BARE = 1  # without the generic term: "Rostov" of "Rostov region"
    LESS = 2  # without a direction: "Russia" of "southern Russia"
    PART = 3  # a name inside a longer one: "Colorado" of "Colorado State University"


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling to look up."""

    name: str
    tier: Tier


_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest"
    " northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower"
    " greater inner outer downtown mainland rural occupied".split()
)
#: Words of institutions and streets, which are no name of a place by themselves.
_INSTITUTIONS = frozenset(
    "university college school schools high middle elementary academy institute hospital clinic center centre"
    " court courthouse church cathedral mosque temple museum library theatre theater hotel club park gardens"
    " stadium arena hall house tower building office department police sheriff sheriffs fire council board"
    " committee commission authority agency association bank company corp inc group times news daily post herald"
    " street st road rd avenue ave boulevard blvd drive dr lane way highway hwy route parkway interstate square"
    " national international regional general central community memorial public state federal royal medical"
    " union league team united first second third the of and for in at on de la".split()
)
#: What a town holds and lends its name to: "the Boston Marathon" is run in Boston.
_HELD = frozenset("marathon festival carnival olympics fair derby parade biennale pride regatta prix triathlon".split())
#: Between the town and what it holds.
_OF_WHAT = frozenset("half grand film jazz music book trade motor air international world winter summer".split())
#: "de" joins an institution to its country as well: "Universidad de Chile".
_JOINTS = FOREIGN_JOINTS - {"de"}
_NO_NAMES = _INSTITUTIONS | _DIRECTIONS | TERMS.keys()
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_SHORT = {"st": "Saint", "ste": "Sainte", "mt": "Mount", "ft": "Fort", "twp": "Township", "pt": "Port", "co": "County"}
_MARKS = ' \t\n\r"“”()[],;:'
#: Longest part of a longer name that is tried, in words.
_PART_WORDS = 3


@lru_cache(maxsize=16_384)
def forms(surface: str) -> tuple[Form, ...]:
    """The spellings to look up, nearest to the text first; none twice."""
    whole = plain(surface)
    found: dict[str, Tier] = {}
    for name in (surface.strip(), whole, *_expanded(whole)):
        if name:
            found.setdefault(name, Tier.WHOLE)
    for tier, name in _bare(whole):
        found.setdefault(name, tier)
    for name in _parts(whole):
        found.setdefault(name, Tier.PART)
    return tuple(Form(name, tier) for name, tier in found.items())


@lru_cache(maxsize=16_384)
def plain(surface: str) -> str:
    """The name without article, possessive, brackets and line breaks; before a comma."""
    words = " ".join(surface.split()).strip(_MARKS)
    words = _POSSESSIVE.sub("", _LEADING.sub("", words))
    return words.split(",")[0].strip(_MARKS) or surface.strip()


def own_qualifier(surface: str) -> str | None:
    """What follows a comma inside a mention: "Maine" of "Bangor, Maine"."""
    _, comma, rest = " ".join(surface.split()).partition(",")
    rest = _POSSESSIVE.sub("", rest.strip(_MARKS))
    return rest.split(",")[0].strip(_MARKS) or None if comma else None


def _expanded(name: str) -> tuple[str, ...]:
    """With "St." and the like written out, and written short."""
    words = name.split()
    long = " ".join(_SHORT.get(w.rstrip(".").lower(), w) if w[:1].isupper() else w for w in words)
    short = re.sub(r"\bSaint\b", "St.", name)
    return tuple(dict.fromkeys(n for n in (long, short) if n != name))


def _bare(name: str) -> tuple[tuple[Tier, str], ...]:
    """Without generic term ("Rostov region", "city of Azov") and without direction ("southern Russia")."""
    found = []
    inner = named_in(name)
    if inner:
        found.append((Tier.BARE, inner))
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".") in TERMS:
        words = words[:-1]
        found.append((Tier.BARE, " ".join(words)))
    if len(words) > 1 and words[-1].lower() in _HELD:
        words = words[:-1]
        while len(words) > 1 and words[-1].lower() in _OF_WHAT:
            words = words[:-1]
        found.append((Tier.BARE, " ".join(words)))
    if len(words) == 1 and words[0] != name:
        found.append((Tier.BARE, f"Al {words[0]}"))  # "Anbar province" is Al Anbar, not only the town of Anbar
    while len(words) > 1 and words[0].lower() in _DIRECTIONS:
        words = words[1:]
        found.append((Tier.LESS, " ".join(words)))
    return tuple(found)


def _parts(name: str) -> tuple[str, ...]:
    """Names inside a longer one, longer and earlier parts first."""
    words = [
        w.strip(_MARKS + ".") if w.lower() not in _SHORT else w
        for w in re.split(r"[\s/]+|(?<=\w)(?<!\b[a-z]{2})-(?=[A-Z])", name)
    ]
    if len(words) < 2:
        return ()
    parts = []
    for size in range(min(_PART_WORDS, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            beside = {*words[max(0, start - 1) : start], *words[start + size : start + size + 1]}
            if all(_name_like(w) for w in part) and not beside & _JOINTS:
                parts.append(_POSSESSIVE.sub("", " ".join(part)))
    return tuple(parts)


def _name_like(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    return len(bare) > 2 and bare[0].isupper() and bare.lower().rstrip(".") not in _NO_NAMES


def is_direction(surface: str) -> bool:
    """Whether a name is nothing but a direction: "the West", "Western", "North"."""
    return all(word.lower() in _DIRECTIONS for word in without_term(plain(surface)).split())
