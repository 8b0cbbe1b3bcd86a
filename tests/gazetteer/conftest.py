"""The embedded gazetteer, opened once."""

import pytest

from geo.files.embedded import data_folder
from geo.gazetteer.store import open_gazetteer


@pytest.fixture(scope="session")
def embedded():
    return open_gazetteer(data_folder() / "gazetteer")
