"""Online geocoders, asked politely and only between runs; the one module that imports geopy's geocoders."""

import hashlib
import json
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.errors import GazetteerBusy, GazetteerError
from geo.model.place import Feature, LatLon, Place

#: The usage policies of the public servers allow one request a second.
MIN_DELAY_S = 1.0
#: OpenStreetMap's data carry this credit.
_SOURCE = "OpenStreetMap (ODbL) through {service}"
_TIMEOUT_S = 20.0
#: Radius where the answer has no extent, and the least and most that is believed, in metres.
_UNKNOWN_M, _LEAST_M, _MOST_M = 1_000.0, 250.0, 3_000_000.0
_DEGREE_M = 111_195.0

#: A geocoder's answers to one name: raw dictionaries as the service sends them. Country codes restrict the search.
Geocode = Callable[[str, Sequence[str], int], list[dict[str, Any]]]


class OnlineGazetteer:
    """Asks a geocoder, one name at a time, and remembers every answer on disk."""

    def __init__(self, geocode: Geocode, *, service: str, cache: Path) -> None:
        self._geocode = geocode
        self._service = service
        self._cache = cache

    def lookup_online(self, name: str, *, countries: Sequence[str] = (), limit: int = 10) -> tuple[Place, ...]:
        """What the geocoder knows under a name, in its own order; from the cache if it was asked before.

        Raises:
            GazetteerBusy: the service asks to be left alone.
            GazetteerError: the service cannot be reached or cannot answer.
        """
        question = json.dumps([self._service, name, sorted(code.lower() for code in countries), limit])
        kept = self._cache / f"{hashlib.sha256(question.encode()).hexdigest()[:32]}.json"
        if kept.is_file():
            raw = _read_json(kept)
        else:
            raw = self._ask(name, countries, limit)
            self._keep(kept, raw)
        read = _read_photon if self._service == "photon" else _read_nominatim
        source = _SOURCE.format(service=self._service.title())
        try:
            return tuple(place for row in raw if (place := read(row, source)))
        except (AttributeError, LookupError, TypeError, ValueError, OverflowError) as error:
            raise GazetteerError(f"{kept}: not an answer of {self._service}: {error!r}: delete it") from error

    def _keep(self, path: Path, raw: Any) -> None:
        partial = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(raw), encoding="utf-8")
            partial.replace(path)
        except OSError as error:
            raise GazetteerError(f"{path}: cannot be written: {error.strerror or error}") from error

    def _ask(self, name: str, countries: Sequence[str], limit: int) -> list[dict[str, Any]]:
        from geopy.exc import GeocoderRateLimited, GeocoderServiceError

        self._wait_for_our_turn()
        try:
            return self._geocode(name, countries, limit)
        except GeocoderRateLimited as error:
            raise GazetteerBusy(f"{self._service}: {error}", retry_after_s=error.retry_after) from error
        except GeocoderServiceError as error:
            raise GazetteerError(f"{self._service}: {name!r}: {_reason(error)}") from error

    def _wait_for_our_turn(self) -> None:
        """Keep the pause between requests across processes too: the mark's time is that of the last request."""
        mark = self._cache / "last-request"
        try:
            if mark.is_file():
                time.sleep(max(0.0, min(MIN_DELAY_S, MIN_DELAY_S - (time.time() - mark.stat().st_mtime))))
            self._cache.mkdir(parents=True, exist_ok=True)
            mark.touch()
        except OSError as error:
            raise GazetteerError(f"{mark}: cannot be written: {error.strerror or error}") from error


def _reason(error: Exception) -> str:
    """Why there is no answer: what the system says where no connection came about, else what the geocoder does."""
    lowest: BaseException | None = error
    while lowest is not None and not (isinstance(lowest, OSError) and lowest.strerror):
        lowest = lowest.__cause__ or lowest.__context__
    return f"no connection: {lowest.strerror}" if isinstance(lowest, OSError) else str(error) or type(error).__name__


def open_geocoder(service: str, *, user_agent: str, domain: str | None = None, scheme: str = "https") -> Geocode:
    """A rate-limited geocoder: "nominatim" or "photon", on its public server or on ``domain``.

    Raises:
        GazetteerError: another service.
    """
    from geopy.extra.rate_limiter import RateLimiter
    from geopy.geocoders import Nominatim, Photon

    logging.getLogger("geopy").addHandler(logging.NullHandler())  # a last failure is told, once and by us

    options: dict[str, Any] = {"user_agent": user_agent, "scheme": scheme, "timeout": _TIMEOUT_S}
    if domain:
        options["domain"] = domain
    if service == "nominatim":
        limited = RateLimiter(Nominatim(**options).geocode, min_delay_seconds=MIN_DELAY_S, swallow_exceptions=False)
        return lambda name, countries, limit: _raw(
            limited(
                name, exactly_one=False, limit=limit, addressdetails=True, language="en",
                country_codes=[code.lower() for code in countries] or None,
            )
        )  # fmt: skip
    if service == "photon":
        limited = RateLimiter(Photon(**options).geocode, min_delay_seconds=MIN_DELAY_S, swallow_exceptions=False)
        return lambda name, countries, limit: [
            row
            for row in _raw(limited(name, exactly_one=False, limit=limit, language="en"))
            if not countries
            or row.get("properties", {}).get("countrycode", "").lower() in {c.lower() for c in countries}
        ]
    raise GazetteerError(f"{service!r}: no geocoder of that name: nominatim or photon")


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise GazetteerError(f"{path}: damaged: {error}: delete it") from error


def _raw(locations: Any) -> list[dict[str, Any]]:
    return [location.raw for location in locations or ()]


def _read_nominatim(row: Mapping[str, Any], source: str) -> Place | None:
    address = row.get("address", {})
    box = [float(edge) for edge in row.get("boundingbox", ())]  # south, north, west, east
    return _place(
        id_=f"osm:{str(row.get('osm_type', '?'))[0].upper()}{row.get('osm_id', row.get('place_id'))}",
        name=row.get("name") or str(row.get("display_name", "")).split(",")[0],
        at=LatLon(lat=float(row["lat"]), lon=float(row["lon"])),
        kind=_kind(row),
        country=address.get("country_code"),
        admin1=address.get("state"),
        box=(box[0], box[2], box[1], box[3]) if len(box) == 4 else None,
        source=source,
    )


def _kind(row: Mapping[str, Any]) -> tuple[str, str]:
    """Key and value of the tag that says what it is; of a boundary, what it bounds."""
    key = str(row.get("category") or row.get("class") or "")
    if key == "boundary" and row.get("addresstype"):
        return "place", str(row["addresstype"])
    return key, str(row.get("type") or "")


def _read_photon(row: Mapping[str, Any], source: str) -> Place | None:
    found = row.get("properties", {})
    lon, lat = row["geometry"]["coordinates"][:2]
    extent = found.get("extent")  # west, north, east, south
    return _place(
        id_=f"osm:{found.get('osm_type', '?')}{found.get('osm_id')}",
        name=found.get("name", ""),
        at=LatLon(lat=float(lat), lon=float(lon)),
        kind=(str(found.get("osm_key", "")), str(found.get("osm_value", ""))),
        country=found.get("countrycode"),
        admin1=found.get("state"),
        box=(extent[3], extent[0], extent[1], extent[2]) if extent else None,
        source=source,
    )


def _place(
    *,
    id_: str,
    name: str,
    at: LatLon,
    kind: tuple[str, str],
    country: str | None,
    admin1: str | None,
    box: tuple[float, float, float, float] | None,
    source: str,
) -> Place | None:
    if not name:
        return None
    return Place(
        id=id_,
        name=name,
        at=at,
        feature=_feature(*kind),
        country=country.upper() if country else None,
        admin1=admin1,
        radius_m=_radius_m(box),
        source=source,
    )


#: OpenStreetMap tags as features; (key, "*") is the rest of a key.
_FEATURES = {
    ("place", "country"): Feature.COUNTRY,
    ("place", "state"): Feature.ADMIN1,
    ("place", "province"): Feature.ADMIN1,
    ("place", "region"): Feature.REGION,
    ("place", "county"): Feature.ADMIN2,
    ("place", "island"): Feature.ISLAND,
    ("place", "islet"): Feature.ISLAND,
    ("place", "sea"): Feature.SEA,
    ("place", "suburb"): Feature.DISTRICT,
    ("place", "quarter"): Feature.DISTRICT,
    ("place", "neighbourhood"): Feature.DISTRICT,
    ("place", "*"): Feature.CITY,
    ("boundary", "*"): Feature.ADMIN2,
    ("natural", "water"): Feature.LAKE,
    ("natural", "bay"): Feature.SEA,
    ("natural", "strait"): Feature.STRAIT,
    ("natural", "peak"): Feature.MOUNTAIN,
    ("waterway", "dam"): Feature.DAM,
    ("waterway", "*"): Feature.RIVER,
    ("aeroway", "*"): Feature.AIRPORT,
    ("military", "*"): Feature.BASE,
    ("landuse", "military"): Feature.BASE,
    ("power", "*"): Feature.PLANT,
    ("man_made", "bridge"): Feature.BRIDGE,
}


def _feature(key: str, value: str) -> Feature:
    return _FEATURES.get((key, value)) or _FEATURES.get((key, "*")) or Feature.SITE


def _radius_m(box: tuple[float, float, float, float] | None) -> float:
    """Half the mean side of a box given as south, west, north, east in degrees."""
    if box is None:
        return _UNKNOWN_M
    from math import cos, radians

    south, west, north, east = box
    high, wide = north - south, (east - west) * cos(radians((north + south) / 2))
    return round(min(_MOST_M, max(_LEAST_M, (high + wide) / 4 * _DEGREE_M)))
