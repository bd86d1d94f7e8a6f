"""What holds for every test: no network, no machine clock in the laws, no time limit on an example."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import settings

# Without a time limit an example cannot fail on a slow machine; in CI the same examples come every time.
settings.register_profile("sidelines", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("sidelines")


def _is_own_machine(address: object) -> bool:
    if not isinstance(address, tuple):  # a Unix socket
        return True
    host = str(address[0])
    return host == "localhost" or ip_address(host).is_loopback


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """A connection to any other machine fails the test that makes it."""
    connect = socket.socket.connect

    def connect_here(own: socket.socket, address: Any) -> None:  # noqa: ANN401 - as socket's own
        assert _is_own_machine(address), f"a test reached for the network: {address}"
        connect(own, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield
