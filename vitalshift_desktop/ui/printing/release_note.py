"""Whether a release lets the one a page is handed to be told, and what was agreed that they may know."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.may_know_words import may_know_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class ReleaseNote(QWidget):
    """Seen once somebody else than the client is named; it never stops anybody, but asks once for each act."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary.release")
        self._desk = desk
        self._client_id: ClientId | None = None
        self._words = TextLabel(size="m")
        self.consents = LinkButton(_("Consents…"))
        self.consents.setObjectName("summary.release.act")
        self.consents.clicked.connect(self._on_consents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self.consents, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def sentence(self) -> str:
        """What is said now."""
        return self._words.text()

    def show_recipient(self, client_id: ClientId, name: str) -> None:
        """Say what is recorded for whoever goes by this name; nothing where the page is the client's."""
        self._client_id = client_id
        name = name.strip()
        self.setVisible(bool(name))
        if name:
            words = self._release_words(client_id, name) or _("No release to this recipient is recorded.")
            self._words.setText(" ".join([words, may_know_words(self._desk, client_id, name)]).strip())

    def may_go_on(self, client_id: ClientId, name: str) -> bool:
        """Whether the counselor goes on where no release is recorded; nothing is asked where there is one."""
        name = name.strip()
        if not name or self._desk.workspace.consents.release_to(client_id, name) is not None:
            return True
        go_on = _("Go on")
        title = _("No release to this recipient is recorded.")
        words = _("Where you may tell them without one, go on. Otherwise ask the client first.")
        return self._desk.dialogs.ask(self, title, words, [go_on, _("Cancel")]) == go_on

    def _release_words(self, client_id: ClientId, name: str) -> str:
        release = self._desk.workspace.consents.release_to(client_id, name)
        if release is None:
            return ""
        details = release.details
        since = full_day(details.given_on)
        words = _("A release to this recipient holds since {day}.").format(day=since)
        if details.until is not None:
            until = full_day(details.until)
            words = _("A release to this recipient holds from {day} to {until}.").format(day=since, until=until)
        if self._desk.privacy.initials_on:
            return words
        covers = _("It covers: {scope}. For: {purpose}.").format(
            scope=details.scope.rstrip("."), purpose=details.purpose.rstrip(".")
        )
        return f"{words} {covers}"

    def _on_consents(self) -> None:
        self._desk.wishes.consents.emit(self._client_id)
