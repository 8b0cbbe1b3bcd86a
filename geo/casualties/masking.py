"""The numbers of a sentence, and only those that can count people, as runs of 0."""

import re

from geo.model.numbers import find_numbers

_MASKED = re.compile(
    r"(?<=\b)(?:bus|pier|gate|ward|area|reactor|shaft|unit|flight|route|line|platform|room|highway|sector|zone|pit"
    r"|terminal|runway|post|phase|stage|covid)[ -]0+(?=\s+(?:killed|wounded|injured|left|hurt|in|on|at|near|was"
    r"|exploded"
    r"|caught|collapsed)\b|[,.;]|$)"
    r"|(?<=\broom )0+(?= of\b)|0+ ?(?:euros?|pounds?|rupees|roubles|rubles|yuan|yen|francs)\b|"
    r"0+[- ](?:years?|yrs?)[- ]old|0+[- ](?:month|week|day)s?[- ]old|(?:aged?|aged about) 0+(?: and 0+)?"
    r"|0+ years (?:old|of age)|(?<=father[ -]of[ -])0+|(?<=mother[ -]of[ -])0+"
    r"|(?<=\bman of )0+|(?<=woman of )0+|(?<=boy of )0+|(?<=girl of )0+|(?<=child of )0+|(?<=youth of )0+"
    r"|\$ ?0+|0+ ?(?:percent|%|per cent|km|kms|kilometers?|kilometres?|miles|meters?|metres?|hours?"
    r"|minutes?|days?|weeks?|months?|years?|a\.m|p\.m|gmt|mm|kg|tons?|tonnes|dollars|pesos|million|cases)\b"
    r"|0+[ -](?:mm|caliber|calibre|metre|meter|hour|year|day)|0+(?:st|nd|rd|th)\b|0+ (?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december) 0+|(?<=[-/:])0+|0+(?=[-/:]0)|(?P<year>\b(?:in|since|of|by"
    r"|year) 0000(?!0))"
    r"|(?<=\bof )0+(?= (?:famil|househol))"  # "six members of one family"
    # "a city of 100,000", "a community of about 900"
    r"|(?<!\w)(?:city|town|village|township|municipality|community|hamlet|settlement|suburb|district|province"
    r"|region|state|island|county|country|nation|port|resort|population) of (?:(?:about|around|some|roughly|nearly"
    r"|almost|over|more than|only|just|fewer than|less than) )?0+(?: (?:people|inhabitants|residents|souls))?(?!\w)"
    # "a Fokker 50 died": the number of a model, not "an estimated 50 died"
    r"|\ban? (?!(?:further|additional|total|extra|record|mere|good|full|whopping|staggering|\w+ed) )[a-z]+ 0+(?= |$)"
)
#: Longest figure of people, in characters: "nine hundred and ninety-nine thousand nine hundred and ninety-nine".
_LONGEST_NUMBER = 72
#: Digits that are no readable number cannot pass for one.
_NO_DIGITS = str.maketrans("0123456789", "¤" * 10)


def mask(low: str) -> tuple[str, dict[int, int], dict[int, int]]:
    """The sentence with numbers as runs of 0, their values by offset; other uses of numbers blotted out.

    A range is one run; the last of what is returned holds its upper ends.
    """
    values: dict[int, int] = {}
    chars = list(low.translate(_NO_DIGITS))
    for number in find_numbers(low):
        short = number.span.end - number.span.start <= _LONGEST_NUMBER
        if low.endswith("couple", number.span.start, number.span.end):  # man and wife
            continue
        if short and number.value == int(number.value) and number.value < 10_000_000:
            values[number.span.start] = int(number.value)
            chars[number.span.start : number.span.end] = "0" * (number.span.end - number.span.start)
    upper: dict[int, int] = {}

    def merge(match: re.Match[str]) -> str:
        low_end, high_end = values.get(match.start("low"), 0), values.get(match.start("high"), 0)
        if low_end >= high_end or _GREW.search(low[max(0, match.start() - 90) : match.start("low")]):
            return match.group()
        values[match.start()], upper[match.start()] = low_end, high_end
        return "0" * len(match.group())

    masked = _RANGE.sub(merge, "".join(chars))

    def blot(match: re.Match[str]) -> str:
        is_year = match["year"] is None or low[match.end() - 1].isdigit()  # "of nine" is as long as a year
        return "¤" * len(match.group()) if is_year else match.group()

    masked = _WHOLE_DEAD.sub(lambda m: "¤" * len(m[1]) + m[2], _MASKED.sub(blot, masked))
    masked = _WHOLE.sub(lambda m: m[1] + "¤" * len(m[2]), masked)
    return _DIED_OF_WOUNDS.sub(lambda m: m[1] + "¤" * len(m[2]), masked), values, upper


#: "two of the injured have since died": who they were, not what is told of them.
_DIED_OF_WOUNDS = re.compile(
    r"(0+ of (?:the |those |them )?(?:[0¤]+ )?)((?:people |persons |those )?(?:injured|wounded|hurt))"
    r"(?= (?:people )?(?:(?:who|have|has|had|since|later|also|subsequently) )*(?:died|succumbed)\b)"
)
#: "34 of the 51 killed were children": the 51 are told of.
_WHOLE_DEAD = re.compile(
    r"(?<!\w)(0+)( of (?:the|those) 0+ (?:killed|dead|wounded|injured|missing|fatalities)\b(?=[^.;]* (?:were|are)\b))"
)
#: "twelve of the 40 passengers": the twelve are told of.
_WHOLE = re.compile(r"(?<!\w)(0+ of (?:the |those |some |their |its )?)(0+)(?!\w)")
#: "between 10 and 15", "20-30", "two or three".
_RANGE = re.compile(
    r"(?<![\w¤:/.-])(?:(?P<between>between )|from )?(?P<low>0+)"
    r"(?(between) and |(?: to | or |[-–]))(?P<high>0+)(?![\w¤:/-])"
)
#: "rose from 3 to 5" is no range.
_GREW = re.compile(
    r"\b(?:ros?e|risen|rising|climb\w+|increas\w+|jump\w+|grew|grown|up|went|revis\w+|rais\w+|lower\w+|fell|down"
    r"|dropp?\w*|chang\w+|correct\w+)[^,;]{0,70} from $"
)
