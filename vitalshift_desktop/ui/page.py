"""What every page of the main window can do."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.veiled import veiled
from vitalshift_desktop.ui.widgets.reading_order import follow_reading_order


class Page(QWidget):
    """A page that looks again when something it shows has changed, at once or when it is next seen."""

    concerns: ClassVar[frozenset[Subject]] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def __init_subclass__(cls) -> None:
        """Whoever asks a page to look again, and whatever way: damaged records veil the page and go no further."""
        super().__init_subclass__()
        if "look_again" in vars(cls):
            cls.look_again = veiled(cls.look_again)  # type: ignore[assignment, method-assign]  # the same method, with a net below

    def look_again(self) -> None:
        """Ask the services and show the answer; each page says how."""

    def hear(self, change: Changed) -> None:
        """Look again if the change concerns this page and came from elsewhere."""
        if change.by is self or change.subject not in self.concerns:
            return
        self.look_again_soon()

    def look_again_soon(self) -> None:
        """Look again now when seen, otherwise when next shown."""
        self._stale = True
        if self.isVisible():
            self._freshen()

    def save_now(self) -> None:
        """Save what is being typed; pages with an editor say how."""

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """What is filled in here and not saved; asked when the vault is locked, after `save_now`."""
        return ()

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept; only asked of pages that said something was half filled."""

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        self.setFocus()

    def focusNextPrevChild(self, next: bool) -> bool:
        # Rows come and go while the page is used, and Qt goes by when a widget was made.
        follow_reading_order(self)
        return super().focusNextPrevChild(next)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._freshen()

    def _freshen(self) -> None:
        self._stale = False
        self.look_again()


class ClientPage(Page):
    """A page about one client: a tab of the client's workspace, or a page reached from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client_id: ClientId | None = None

    def hear(self, change: Changed) -> None:
        """Look again if the change concerns this client."""
        if change.client_id in (None, self.client_id):
            super().hear(change)

    def show_client(self, client_id: ClientId) -> None:
        """Show this client."""
        self.save_now()
        self.client_id = client_id
        self.look_again_soon()

    def show_item(self, item: int, part: int = 0) -> None:
        """Bring one thing of this tab to the front by its number, such as a goal that was searched for."""

    def count(self) -> int | None:
        """The number beside the tab's name, if it has one."""
        return None


class ClausePart(ClientPage):
    """A part under the clause that is shown among a client's boundaries, such as what was noted about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clause: ClauseVersion | None = None

    def show_client(self, client_id: ClientId) -> None:
        """Show this client; no clause yet."""
        if client_id != self.client_id:
            self.clause = None
        super().show_client(client_id)

    def show_clause(self, clause: ClauseVersion) -> None:
        """Show what belongs to this clause, of which this version is shown."""
        self.save_now()
        self.client_id, self.clause = clause.client_id, clause
        self.look_again_soon()


@dataclass(frozen=True)
class ClientTab:
    """One tab of the client's workspace: its key, its name on screen and its page."""

    key: str
    label: str
    page: ClientPage


class SessionPanel(Page):
    """A part of the note's rail that belongs to one session; `leads` puts it above the last session, without a line."""

    leads: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session_id: SessionId | None = None

    def show_session(self, session_id: SessionId) -> None:
        """Show what belongs to this session."""
        self.save_now()
        self.session_id = session_id
        self.look_again_soon()


@dataclass(frozen=True)
class NotePane:
    """One more tab of a note: its key, its name, its page, which takes the place of text and rail, and an icon."""

    key: str
    label: str
    page: SessionPanel
    icon: str = ""
