"""Whether a release lets the one a page is handed to be told, and what was agreed that they may know."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.may_know_words import may_know_words
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.words import _


class ReleaseBanner(Banner):
    """Seen once somebody else than the client is named; it never stops anybody, but asks once for each act."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("file-text", "", _("Consents…"), tone="plain", parent=parent)
        self.setObjectName("summary.release")
        self.button.setObjectName("summary.release.act")
        self._desk = desk
        self._client_id: ClientId | None = None
        self.pressed.connect(self._on_pressed)

    def show_recipient(self, client_id: ClientId, name: str) -> None:
        """Say what is recorded for whoever goes by this name; nothing where the page is the client's."""
        self._client_id = client_id
        name = name.strip()
        self.setVisible(bool(name))
        if name:
            words = self._release_words(client_id, name) or _("No release to this recipient is recorded.")
            self.show_sentence(" ".join([words, may_know_words(self._desk, client_id, name)]).strip())

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

    def _on_pressed(self) -> None:
        self._desk.wishes.consents.emit(self._client_id)
