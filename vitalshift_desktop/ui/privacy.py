"""Whether names are shortened because someone may be looking."""

import re
from typing import Protocol

from PySide6.QtCore import QObject, Signal

_SHORTEST_CUT = 8


class NamedClient(Protocol):
    """Anybody who has a name to be called by and a code."""

    @property
    def name(self) -> str:
        """The name the counselor uses."""
        ...

    @property
    def code(self) -> str:
        """The record code."""
        ...

    @property
    def initials(self) -> str:
        """The name as initials."""
        ...


def initials(name: str) -> str:
    """The first letters of a name, such as "M. T."."""
    return " ".join(f"{part[0].upper()}." for part in name.split() if part[0].isalnum())


def _beginnings(name: str) -> list[str]:
    """What a long name may have been cut to, the longest first."""
    return [f"{name[:length].rstrip()}…" for length in range(len(name) - 1, _SHORTEST_CUT, -1)]


class Privacy(QObject):
    """Shortens every name and hides record text while it is on; `changed` says that pages must look again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        self._use_codes = False
        self._called: dict[str, str] = {}  # every name that was asked for, with its code

    @property
    def initials_on(self) -> bool:
        """Whether names are shortened now."""
        return self._is_on

    @property
    def use_codes(self) -> bool:
        """Whether a client's code is shown instead of initials."""
        return self._use_codes

    def toggle(self) -> None:
        """Shorten names, or show them again."""
        self.set_on(not self._is_on)

    def set_on(self, is_on: bool) -> None:
        """Shorten names or show them."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.changed.emit()

    def set_use_codes(self, use_codes: bool) -> None:
        """Choose between codes and initials."""
        if use_codes != self._use_codes:
            self._use_codes = use_codes
            self.changed.emit()

    def name(self, client: NamedClient) -> str:
        """What to call the client on the screen now."""
        if not self._is_on:
            self._called[client.name] = client.code
            return client.name
        return client.code if self._use_codes and client.code else client.initials

    def without_names(self, words: str) -> str:
        """Words that were put together before, each name in them as it is to be shown now."""
        for name in sorted(filter(None, self._called), key=len, reverse=True):
            for told in (name, *(_beginnings(name) if "…" in words else ())):
                if told in words:
                    shown = self.short(name, self._called[name])
                    words = shown.join(re.split(rf"(?<!\w){re.escape(told)}(?!\w)", words))
        return words

    def short(self, name: str, code: str = "") -> str:
        """The name, or what stands for it while names are shortened."""
        if not self._is_on:
            self._called[name] = code
            return name
        return code if self._use_codes and code else initials(name)
