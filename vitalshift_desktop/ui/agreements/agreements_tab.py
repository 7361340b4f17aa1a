"""A client's boundaries: the clauses both sides go by, with what other parts of the app hang beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Changed
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.ui.agreements.clauses_page import ClausesPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClausePart, ClientPage, ClientTab
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

CLAUSES = "agreements"
_PADDING, _NARROW_PADDING = 32, 24
_WIDE_FROM = 960


class AgreementsTab(ClientPage):
    """The clauses with their sections, and further segments beside them; without any no segments are shown."""

    def __init__(
        self,
        desk: Desk,
        *,
        above: Sequence[ClientPage] = (),
        under_clause: Sequence[ClausePart] = (),
        below: Sequence[ClientPage] = (),
        segments: Sequence[ClientTab] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("client.agreements")
        self.clauses = ClausesPage(desk, above=above, under_clause=under_clause, below=below)
        self._tabs = (ClientTab(CLAUSES, _("Agreements"), self.clauses), *segments)
        self.segments = Segments([(tab.key, tab.label) for tab in self._tabs], name=_("Boundaries"))
        self.segments.setObjectName("client.agreements.segments")
        self._pages = QStackedWidget()
        for tab in self._tabs:
            self._pages.addWidget(tab.page)
        self._top = QWidget()
        self._row = QHBoxLayout(self._top)
        self._row.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        self._top.setVisible(bool(segments))  # only now: without a parent it would be a window for a moment
        column.addWidget(self._pages, 1)
        # Only now: shown before it has a parent, it would be a window of its own for a moment and take the keys.
        self._top.setVisible(bool(segments))
        self.segments.chosen.connect(self._on_chosen)
        theme().changed.connect(self._fit)

    @property
    def segment(self) -> str:
        """The key of the segment that is shown."""
        return self._tabs[self._pages.currentIndex()].key

    def show_segment(self, key: str) -> None:
        """Show the segment of this key; raises StopIteration when there is none."""
        place = next(place for place, tab in enumerate(self._tabs) if tab.key == key)
        self.save_now()
        self.segments.choose(key)
        self._pages.setCurrentIndex(place)

    def hear(self, change: Changed) -> None:
        """Tell every segment."""
        for tab in self._tabs:
            tab.page.hear(change)

    def look_again(self) -> None:
        """Let every segment look, those that are not seen when they are."""
        self._fit()
        for tab in self._tabs:
            tab.page.look_again_soon()

    def show_client(self, client_id: ClientId) -> None:
        """Show this client's clauses."""
        if client_id != self.client_id:
            self.show_segment(CLAUSES)
        self.client_id = client_id
        for tab in self._tabs:
            tab.page.show_client(client_id)

    def show_item(self, item: int, part: int = 0) -> None:
        """Show this version of a clause, or the clause as it stands."""
        self.show_segment(CLAUSES)
        self.clauses.show_item(item, part)

    def count(self) -> int | None:
        """How many clauses are in force."""
        return self.clauses.count()

    def focus_first(self) -> None:
        """Go to where work on the segment begins."""
        self._tabs[self._pages.currentIndex()].page.focus_first()

    def save_now(self) -> None:
        """Save what is being typed in any segment."""
        for tab in self._tabs:
            tab.page.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """What is filled in on any segment and not saved."""
        return tuple(form for tab in self._tabs for form in tab.page.half_filled())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = _PADDING if self.width() >= theme().scale(_WIDE_FROM) else _NARROW_PADDING
        self._row.setContentsMargins(side, 16, side, 0)

    def _on_chosen(self, key: object) -> None:
        self.show_segment(str(key))
