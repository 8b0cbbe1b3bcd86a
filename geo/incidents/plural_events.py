"""Sentences that speak of several happenings at once: "the two bombings", "both attacks"."""

import re

from geo.events.sentences import Sentence

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twin|both|\d{1,2})"
_SEVERAL = re.compile(
    rf"\b{_NUMBER} (?:(?!people|men|women)[\w-]+ ){{0,2}}?(?:attacks|bombings|blasts|explosions|shootings|strikes|raids"
    r"|ambushes|massacres|kidnappings|abductions|fires|crashes|accidents|collisions|avalanches|landslides|shipwrecks)\b"
    rf"|\b(?:fires|attacks|bombings|blasts|explosions|shootings|raids|crashes) (?:at|in|on) {_NUMBER} \w+"
)


def tells_of_several(sentence: Sentence) -> bool:
    """Whether its figures and accusations are those of several happenings together."""
    return _SEVERAL.search(sentence.low) is not None
