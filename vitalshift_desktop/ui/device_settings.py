"""Settings that belong to this computer, not to the records: look, window, last vault. No names, no words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_KEYS = frozenset(
    {
        "look/theme",
        "look/text_size",
        "look/client_list",
        "privacy/hide_from_capture",
        "reminders/rings_while_locked",
        "window/geometry",
        "vault/folder",
    }
)
_NOTED_BY_QT = ("FileDialog/history", "FileDialog/lastVisited", "FileDialog/shortcuts")


class DeviceSettings:
    """A plain INI file at our own path; only the listed keys can be written."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """system, light or dark."""
        return self._text("look/theme", "system")

    def set_theme(self, theme: str) -> None:
        """Keep the choice of look."""
        self._keep("look/theme", theme)

    @property
    def text_size(self) -> int:
        """Text size in percent, 100 to 200."""
        text = self._text("look/text_size", "100")
        return min(200, max(100, int(text))) if text.isdecimal() else 100

    def set_text_size(self, percent: int) -> None:
        """Keep the text size."""
        self._keep("look/text_size", str(percent))

    @property
    def client_list_shown(self) -> bool:
        """Whether the client list stands beside the client."""
        return self._text("look/client_list", "yes") == "yes"

    def set_client_list_shown(self, shown: bool) -> None:
        """Keep whether the client list is shown."""
        self._keep("look/client_list", "yes" if shown else "no")

    @property
    def hides_from_capture(self) -> bool:
        """Whether the windows are to stay out of screenshots, where the system offers that."""
        return self._text("privacy/hide_from_capture", "yes") == "yes"

    def set_hides_from_capture(self, hidden: bool) -> None:
        """Keep whether the windows stay out of screenshots."""
        self._keep("privacy/hide_from_capture", "yes" if hidden else "no")

    @property
    def rings_while_locked(self) -> bool:
        """Whether the times of reminders are left on this computer, so that the bell rings while all is locked."""
        return self._text("reminders/rings_while_locked", "no") == "yes"

    def set_rings_while_locked(self, rings: bool) -> None:
        """Keep whether the bell rings while locked."""
        self._keep("reminders/rings_while_locked", "yes" if rings else "no")

    @property
    def vault_folder(self) -> Path | None:
        """The vault opened last on this computer."""
        text = self._text("vault/folder", "")
        return Path(text) if text else None

    def set_vault_folder(self, folder: Path | None) -> None:
        """Keep where the vault lies."""
        self._keep("vault/folder", str(folder) if folder else "")

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window; empty the first time."""
        value = self._store.value("window/geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_geometry(self, geometry: QByteArray) -> None:
        """Keep size and place of the window."""
        self._keep("window/geometry", geometry)

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _keep(self, key: str, value: str | QByteArray) -> None:
        if key not in _KEYS:
            raise KeyError(key)
        self._store.setValue(key, value)
        self._store.sync()


@contextmanager
def nothing_noted_by_qt() -> Iterator[None]:
    """Qt's own file dialog notes visited folders in a plain file of all Qt programs; afterwards it is as it was."""
    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: notes.value(key) for key in _NOTED_BY_QT if notes.contains(key)}
    try:
        yield
    finally:
        notes.sync()
        for key in _NOTED_BY_QT:
            if key in before:
                notes.setValue(key, before[key])
            else:
                notes.remove(key)
        notes.sync()
