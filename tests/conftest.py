"""No test talks to anything but this machine."""

import ipaddress
import os
import socket

import pytest
from hypothesis import settings

from tests.browser import FLAGS, chromium_path

#: No deadline for an example: how long it takes says more of the machine's other work than of ours.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):  # a path: a Unix socket
        return True
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return address[0] == "localhost"


@pytest.fixture(autouse=True)
def _no_network(request, monkeypatch):
    """Connecting anywhere but to loopback fails, unless the test is marked ``network``."""
    if request.node.get_closest_marker("network"):
        return
    connect = socket.socket.connect

    def guarded(self, address):
        if not _is_loopback(address):
            raise AssertionError(f"a test tried to reach {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def chromium():
    """Chromium through Playwright."""
    from playwright.sync_api import sync_playwright

    path = chromium_path()
    if path is None:
        if os.environ.get("GEO_REQUIRE_BROWSER") == "1":
            pytest.fail("GEO_REQUIRE_BROWSER=1, and there is no Chromium")
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
