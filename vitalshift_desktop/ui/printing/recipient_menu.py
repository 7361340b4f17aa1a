"""Whom the record knows already, to be put into the field beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vitalshift_desktop.domain.recipients import Recipient
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import MenuButton
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class RecipientMenu(MenuButton):
    """`chosen` brings the name; the button is not there where nobody is known."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self._menu = QMenu()
        super().__init__(_("Choose somebody"), self._menu, framed=False)
        self._menu.setParent(self, Qt.WindowType.Popup)
        self.setObjectName("summary.recipient.known")
        self._menu.triggered.connect(self._on_triggered)

    def show_recipients(self, found: Sequence[Recipient], privacy: Privacy) -> None:
        """Offer these, their names shortened where names are."""
        self._menu.clear()
        for one in found:
            action = self._menu.addAction(_words(one, privacy.short(one.name)))
            action.setData(one.name)
        self.setVisible(bool(found))

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))


def _words(one: Recipient, name: str) -> str:
    name = name.replace("&", "&&")
    role = label(one.role) if one.role is not None else ""
    about = ", ".join(part for part in (role, _("with a release") if one.has_release else "") if part)
    return f"{name} ({about})" if about else name
