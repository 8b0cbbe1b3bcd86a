"""No test talks to anything but this machine."""

import ipaddress
import socket

import pytest
from hypothesis import settings

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
