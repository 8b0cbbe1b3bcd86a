"""One row of the gazetteer before it is written."""

from dataclasses import dataclass, field

from geo.model.place import Feature


@dataclass(kw_only=True)
class Entry:
    """A place with all its spellings; ``names`` maps each to marks of geo.gazetteer.layout."""

    id: str
    name: str
    lat: float
    lon: float
    feature: Feature
    country: str | None
    admin1_code: str | None = None
    population: int = 0
    radius_m: float
    names: dict[str, int] = field(default_factory=dict)

    def add(self, *names: str, marks: int = 0) -> None:
        """Add spellings; one that is there already keeps the laxer marks."""
        for name in names:
            if name:
                self.names[name] = self.names.get(name, marks) & marks if name in self.names else marks
