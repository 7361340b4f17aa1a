"""Fails whatever opens a network socket or asks for a name; sockets inside this computer (AF_UNIX) are allowed."""

import socket
import sys

_INTERNET = (socket.AF_INET, socket.AF_INET6)
_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")

_touched: list[str] = []


class NetworkTouched(AssertionError):
    """Something reached for the network."""


def install() -> None:
    """Watch this process from now on; there is no way to stop watching."""
    sys.addaudithook(_watch)


def take_touches() -> list[str]:
    """What reached for the network since the last call, also where the code swallowed our exception."""
    touches = list(_touched)
    _touched.clear()
    return touches


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in _LOOKUPS or (event == "socket.__new__" and arguments[1] in _INTERNET):
        _touched.append(f"{event} {arguments[1:]}")
        raise NetworkTouched(event)
