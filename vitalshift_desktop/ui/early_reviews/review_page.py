"""The page of a review sheet: what the record knows at one side, five questions to write in at the other."""

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.early_reviews import REVIEWED_SESSIONS, ReviewPart, ReviewSheet
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.services.early_reviews import ReviewPage
from vitalshift_desktop.ui.autosaver import Autosaver
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.early_reviews.review_editor import ReviewEditor
from vitalshift_desktop.ui.early_reviews.review_facts import ReviewFacts
from vitalshift_desktop.ui.early_reviews.review_head import ReviewHead
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.words import _

REVIEW_PLACE = "review_sheet"
_WIDEST = 660
_FACTS = 300
_BETWEEN = 44


class ReviewSheetPage(ClientPage):
    """Written in freely and saved as one writes; once talked over with the client it says on which day."""

    concerns: ClassVar[frozenset[Subject]] = frozenset(
        {Subject.CLIENTS, Subject.SESSIONS, Subject.MEASURES, Subject.GOALS, Subject.AGREEMENTS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("review_sheet")
        self._desk = desk
        self._reviews = desk.workspace.early_reviews
        self._number = REVIEWED_SESSIONS[0]
        self._page: ReviewPage | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = ReviewHead()
        self.editor = ReviewEditor()
        self.editor.setMaximumWidth(theme().scale(_WIDEST))
        self.facts = ReviewFacts(self._desk.privacy)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_BETWEEN)
        self._columns.addWidget(self.editor, 10)
        self._columns.addWidget(self.facts, 5)
        self._columns.addStretch(1)
        self._flow = FlowColumn()
        self._flow.add_layout(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._flow, 1)

    def _connect(self) -> None:
        self._autosaver = Autosaver(self._save, self)
        self._autosaver.waiting.connect(self.head.state.show_unsaved)
        self._autosaver.saved.connect(self._on_saved)
        self._autosaver.failed.connect(self._on_save_failed)
        self.editor.typed.connect(self._autosaver.note_typing)
        self.head.back.clicked.connect(self._desk.wishes.back)
        self.head.talked.clicked.connect(self._on_talked)
        self.head.take_back.clicked.connect(self._on_take_back)
        self.head.number_chosen.connect(self._on_number)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def show_sheet(self, client_id: ClientId, number: int) -> None:
        """Show the sheet of session 3 or 5 of this client; raises NotFound."""
        self.save_now()
        self._reviews.page(client_id, number)  # an unknown one is told before anything is shown
        self._number = number
        self._page = None
        super().show_client(client_id)
        self.head.state.clear()
        self._freshen()

    def look_again(self) -> None:
        """Show the sheet as it is kept; words that are not saved yet stay."""
        if self.client_id is None or self._autosaver.is_unsaved:
            return
        page = self._page = self._reviews.page(self.client_id, self._number)
        self.head.show_page(page, self._desk.privacy.name(page.client))
        self.facts.show_page(page)
        self.editor.show_sheet(page.sheet)
        self.editor.set_covered(covered=self._desk.privacy.initials_on)
        self._arrange()
        self.editor.setEnabled(self._desk.workspace.read_only is None)

    def save_now(self) -> None:
        """Keep what was typed last."""
        self._autosaver.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """The words that could not be saved."""
        if self.client_id is None or not self._autosaver.is_unsaved:
            return ()
        place = f"{REVIEW_PLACE}:{self.client_id}:{self._number}"
        return (HalfFilled(place, _texts(self.editor.sheet(self._kept)), _texts(self._kept)),)

    def take_back(self, form: HalfFilled) -> None:
        """Put back words that could not be saved."""
        sheet = self.editor.sheet(self._kept)
        for part in ReviewPart:
            sheet = sheet.with_text(part, form.fields.get(part.value, sheet.text(part)))
        self.editor.show_sheet(sheet)
        self._autosaver.note_typing()
        self._autosaver.save_now()
        self.look_again()

    def focus_first(self) -> None:
        """Begin where one writes."""
        self.editor.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """What is known beside the questions where both have room, else below them."""
        inner = self.width() - 64
        beside = not theme().wide_text and inner >= theme().scale(_FACTS) + _BETWEEN + theme().scale(420)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    @property
    def _kept(self) -> ReviewSheet:
        return self._page.sheet if self._page is not None else ReviewSheet()

    def _save(self) -> None:
        if self.client_id is not None:
            self._keep(self.editor.sheet(self._kept))

    def _keep(self, sheet: ReviewSheet) -> ReviewSheet | None:
        """Keep a sheet and give back what stood there before."""
        if self.client_id is None:
            return None
        return self._reviews.keep(self.client_id, self._number, sheet, by=self)

    def _on_saved(self) -> None:
        clock = self._desk.workspace.clock
        self.head.state.show_saved(local(clock, clock.now()))
        self.look_again()

    def _on_save_failed(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.head.state.show_failed(f"{advice.what} {advice.next_step}")

    def _on_talked(self) -> None:
        self._set_talked(self.editor.sheet(self._kept).talked(today(self._desk.workspace.clock)))

    def _on_take_back(self) -> None:
        self._set_talked(self.editor.sheet(self._kept).talked(None))

    def _set_talked(self, sheet: ReviewSheet) -> None:
        try:
            before = self._keep(sheet)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._autosaver.forget()
        self.look_again()
        client_id, number = self.client_id, self._number
        if before is None or client_id is None:
            return
        again = sheet.talked(before.talked_on)
        words = _("The review is talked over.") if sheet.talked_on else _("The review is open again.")
        self._desk.wishes.undo_offered.emit(words, lambda: self._reviews.keep(client_id, number, again))

    def _on_number(self, number: object) -> None:
        if self.client_id is not None and isinstance(number, int):
            self.show_sheet(self.client_id, number)


def _texts(sheet: ReviewSheet) -> dict[str, str]:
    return {part.value: sheet.text(part) for part in ReviewPart}
