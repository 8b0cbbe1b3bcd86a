"""Voices: who speaks in a stretch of a sentence."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice in a sentence; offsets are relative to the sentence."""

    who: str
    #: The stretch of the sentence that is its claim.
    start: int
    end: int


def who_says(speakers: tuple[Speaker, ...], at: int) -> str | None:
    """The voice behind the words at an offset; a channel follows its source: "ministry, according to CNN"."""
    covering = [s for s in speakers if s.start <= at < s.end]
    if not covering:
        return None
    names: list[str] = []
    for speaker in sorted(covering, key=lambda s: (s.who.startswith("according to "), s.end - s.start)):
        if speaker.who not in names:
            names.append(speaker.who)
    direct = [n for n in names if not n.startswith("according to ")]
    channel = [n for n in names if n.startswith("according to ")]
    if direct and channel and _bare(direct[0]) not in channel[0]:
        return f"{direct[0]}, {channel[0]}"
    return direct[0] if direct else channel[0].removeprefix("according to ")


def voice_of(speakers: tuple[Speaker, ...]) -> str | None:
    """Whom "he" and "the group" of the next sentence take up: the first who speaks, else the first source."""
    direct = (s.who for s in speakers if not s.who.startswith("according to "))
    return next(direct, None) or next((s.who.removeprefix("according to ") for s in speakers), None)


def is_nameless(who: str) -> bool:
    """Whether a speaker is only a pronoun: whom it takes up is not known."""
    return who.casefold() in ("it", "he", "she", "they", "we", "i", "who", "which", "this")


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s", "", name, flags=re.IGNORECASE)
