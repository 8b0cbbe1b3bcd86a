"""``geo gazetteer update``: full GeoNames country files into the user's own gazetteer."""

from collections.abc import Sequence

from geo.cli.knowledge import overlay_folder
from geo.cli.terminal import print_failures, remark
from geo.errors import GazetteerError
from geo.gazetteer.geonames import BASE_URL, update_country
from geo.model.reading import Failure
from geo.settings import Settings


def run_update(countries: Sequence[str], base_url: str | None, *, settings: Settings) -> int:
    """One line per country on stderr. Returns the exit code."""
    folder = overlay_folder(settings)
    failures = []
    for country in dict.fromkeys(code.upper() for code in countries):
        try:
            update = update_country(country, folder, base_url=base_url or BASE_URL)
        except GazetteerError as error:
            failures.append(Failure(where=country, why=str(error)))
        else:
            news = "updated" if update.changed else "already up to date"
            remark(f"{country}: {news}, {update.places:,} places in {folder}")
    return 1 if print_failures(failures) else 0
