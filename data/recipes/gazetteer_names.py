"""Spellings of regions that follow from another."""

import re
from collections.abc import Iterator

#: Generic terms of first- and second-level regions, longest first where one holds another.
_GENERIC = re.compile(
    r"^(?:(?:Autonomous )?(?:Republic|Province|State|Region|County|Governorate|Department|District|City) of (?:the )?"
    r"|(?:Provincia|Departamento|Estado|Regi[oó]n|Municipio|Muhafazat|Mo[ḩh]āfa[zz̧]at|Viloyati|Wilaya|Wilayat|Prov[ií]ncia"
    r"|Departement|Département|Ostān|Eparchía)(?: d[eio]l?)?(?: la)? "
    r"|Kabupaten |Kota |Arrondissement (?:de |d['’]|du )?|Nomós |Al[ -]Mu[hḩ]āfa[zz̧]ah )"
    r"|[ -](?:Autonomous )?(?:Oblast['’ʹ]?|Region|Province|Provincial|State|Governorate|Department|District|Prefecture"
    r"|Krai|Kray|Respublika|Republic|Okrug|Territory|County|Parish|Borough|Census Area|Municipality|Raion|Rayon"
    r"|Voivodeship|Canton|Emirate|Division|Viloyati|Judet|Județ|Megye|vármegye|län|fylke|kommune|kommun|Sheng|Shi)$",
    re.IGNORECASE,
)
#: What each country's first-level regions are called in English news, beside "region".
_TERMS = {
    **dict.fromkeys(("RU", "UA", "BY", "KZ", "KG", "BG"), ("oblast", "region", "province")),
    **dict.fromkeys(("US", "IN", "NG", "MX", "BR", "AU", "VE", "MM", "SD", "SS", "DE", "AT", "MY"), ("state",)),
    **dict.fromkeys("SY IQ EG YE JO LB TN LY OM KW BH PS".split(), ("governorate", "province")),
    **dict.fromkeys(("FR", "CO", "HN", "GT", "SV", "NI", "BO", "PY", "UY", "PE", "HT"), ("department", "province")),
    **dict.fromkeys(("JP", "GR"), ("prefecture",)),
    **dict.fromkeys(("HR", "HU", "RO", "LT", "EE", "KE", "LR", "SE", "NO", "IE", "TW", "AL"), ("county",)),
    **dict.fromkeys(("UG", "IL", "BD", "PT", "LK", "NP"), ("district",)),
    "PL": ("voivodeship", "province"),
    "CH": ("canton",),
    "AE": ("emirate",),
}  # fmt: skip
#: Articles that news leaves out before a term: "Libertad department" is La Libertad.
_ARTICLE = re.compile(r"(?:La|El|Los|Las) (?=\w)")
_ENGLISH = re.compile(r"\b(?:County|District|Province of|Borough|Region|Municipality|Parish)\b|shire$")
_ALL_TERMS = ("region", "province")


def bare_region(name: str) -> str:
    """A region's name without its generic term: "Rostov Oblast" is "Rostov", "Komi Republic" is "Komi"."""
    bare = _GENERIC.sub("", name).strip()
    return bare or name


def region_names(name: str, country: str, *, others: tuple[str, ...] = ()) -> Iterator[str]:
    """Spellings of a first-level region; ``others`` are other names of the town it is named after."""
    bare = bare_region(name)
    yield bare
    terms = dict.fromkeys((*_TERMS.get(country, ()), *_ALL_TERMS))
    for term in terms:
        yield f"{bare} {term}"
        if _ARTICLE.match(bare):
            yield f"{_ARTICLE.sub('', bare)} {term}"
    if "state" in terms or "province" in terms:
        yield f"{'state' if 'state' in terms else 'province'} of {bare}"
    for other in others:
        for term in terms:
            yield f"{other} {term}"


def district_names(name: str) -> Iterator[str]:
    """Spellings of a second-level region; never the bare name, which its chief town bears."""
    bare = bare_region(name)
    if bare == name:
        return
    if re.search(r" (?:Raion|Rayon)$", name):
        yield f"{bare} district"
        yield f"{bare} raion"
    if re.match(r"(?:Provincia|Province) ", name):
        yield f"{bare} province"
    if name.startswith("County of"):
        yield f"County {bare}"


def english_region(name: str, english: str) -> str:
    """The name to show: GeoNames' own where it is English, else that of Natural Earth."""
    return name if name.isascii() and _ENGLISH.search(name) else english
