"""The files of the embedded gazetteer: what the recipe writes and the store maps into memory."""

from geo.model.place import Feature

NAMES = "names.marisa"  # every name, folded by geo.model.names.fold, as a trie: name -> key
POSTINGS = "postings.npy"  # uint32 per key: one posting, or MANY and where its list starts
MANY_POSTINGS = "postings_many.npy"  # uint32: the length of a list, then its postings
CLASSES = "classes.npy"  # uint8 per key: index into CLASS_NAMES
NUMBERS = "numbers.npy"  # int32 per place: the number of its id, by SIGNS; 0 where TEXTS holds "id\tname"
POSITIONS = "positions.npy"  # int32 per place: latitude and longitude in units of 1e-5 degree
POPULATIONS = "populations.npy"  # uint32 per place: 0 where unknown
RADII = "radii.npy"  # float16 per place: kilometres
KINDS = "kinds.npy"  # uint8 per place: index into FEATURES, and index into countries.txt
REGIONS = "regions.npy"  # uint16 per place: line of admin1.txt, 0 for none
TEXTS = "texts.npy"  # uint8: the names of all places, one after the other, UTF-8
TEXT_ENDS = "text_ends.npy"  # uint32 per place: where its name ends in TEXTS
COUNTRIES = "countries.txt"  # line 0 empty, then "UA<tab>Ukraine"
LANDFORMS = "landforms.csv"  # mountains, waters and capes, edited by hand and read as they stand
ADMIN1 = "admin1.txt"  # line 0 empty, then "RU.61<tab>Rostov"

#: Ids that are a kind and a number: "geonames:484907" is stored as 484907, "postal:12" as -12.
SIGNS = {"geonames": 1, "postal": -1}
#: Order of the feature column; new features go to the end.
FEATURES = tuple(Feature)

#: A posting is a place number with these marks; the place bears the name ...
DEMONYM = 1 << 30  # ... as that of its people: "Ukrainians"
UPPER = 1 << 29  # ... only in capitals: "US", not "us"
DOTTED = 1 << 28  # ... only as an abbreviation with a full stop: "Miss.", not "Miss"
#: Set in POSTINGS when the key has several; the rest is an index into MANY_POSTINGS.
MANY = 1 << 31
PLACE = DOTTED - 1

#: Values of Gazetteer.name_class, but for two: the marks of a MARKED name's postings and the spelling decide, and
#: of an ALTERNATE name how well known its bearer is.
MARKED = "marked"
ALTERNATE = "alternate"
VILLAGE = "village"
CLASS_NAMES = (
    "country", "demonym", "admin1", "admin2", "region", "water", "facility", "city1", "city2", "city3", "city4",
    ALTERNATE, MARKED, VILLAGE,
)  # fmt: skip
