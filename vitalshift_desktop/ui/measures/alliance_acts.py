"""What can be done on the alliance page: marks classed and talked through, notes and events put on the chart."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse, MarkReading, RatedBy
from vitalshift_desktop.domain.chart_entries import ChartEntryId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.mark_classes import ClassedMark
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.chart_entry_form import ChartEntryForm
from vitalshift_desktop.ui.measures.class_form import ClassForm
from vitalshift_desktop.ui.measures.range_dialog import RangeDialog
from vitalshift_desktop.ui.measures.talk_form import TalkForm, sessions_to_talk
from vitalshift_desktop.words import _


class AllianceActs(QObject):
    """Opens the forms over a page, does what needs none, and offers to undo it; the page hears of changes as all do."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def class_mark(
        self, client_id: ClientId, course: AllianceCourse, told: MarkReading, of: RatedBy, opener: QWidget
    ) -> None:
        """Ask what a mark was."""
        form = ClassForm(self._desk, client_id, course.points[told.mark.index], self._page.window(), of=of)
        form.recorded.connect(self._on_classed)
        form.open_from(opener)

    def talk(self, client_id: ClientId, course: AllianceCourse, told: MarkReading, opener: QWidget) -> None:
        """Ask in which session a drop was talked through."""
        form = TalkForm(self._desk, client_id, sessions_to_talk(course, told.mark.index), self._page.window())
        form.recorded.connect(partial(self._on_talked, client_id))
        form.open_from(opener)

    def take_back(self, client_id: ClientId, course: AllianceCourse, told: MarkReading) -> None:
        """Take back that it was talked through."""
        place = course.talked_place(told.mark)
        if place is None:
            return
        alliance = self._desk.workspace.alliance
        try:
            entry = alliance.undo_talk_through(client_id, course.points[place].session_id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        undo = partial(alliance.talk_through, entry.client_id, entry.session_id, entry.note)
        self._desk.wishes.undo_offered.emit(_("Talked through is taken back."), undo)

    def show_range(self, course: AllianceCourse, told: MarkReading | None, opener: QWidget) -> None:
        """Show how the range is worked out, and what made this mark."""
        RangeDialog(course, told.mark if told else None, self._page.window()).open_from(opener)

    def add_entry(self, client_id: ClientId, day: date | None, opener: QWidget) -> None:
        """Ask for something to put on the chart, on this day unless another is chosen."""
        form = ChartEntryForm(self._desk, client_id, self._page.window(), day=day)
        form.recorded.connect(self._offer)
        form.open_from(opener)

    def change_entry(self, entry_id: ChartEntryId, opener: QWidget) -> None:
        """Ask what should stand there instead."""
        entry = self._desk.workspace.chart_entries.get(entry_id)
        form = ChartEntryForm(self._desk, entry.client_id, self._page.window(), entry=entry)
        form.recorded.connect(self._offer)
        form.open_from(opener)

    def take_off(self, entry_id: ChartEntryId) -> None:
        """Take something off the chart."""
        entries = self._desk.workspace.chart_entries
        if self._desk.did(partial(entries.take_off, entry_id)):
            self._offer(_("It is taken off the chart."), partial(entries.put_back, entry_id))

    def _on_classed(self, entry: ClassedMark) -> None:
        self._offer(_("The mark is classed."), partial(self._desk.workspace.alliance.undo_class, entry.id))

    def _on_talked(self, client_id: ClientId, session_id: SessionId) -> None:
        undo = partial(self._desk.workspace.alliance.undo_talk_through, client_id, session_id)
        self._offer(_("Talked through is recorded."), undo)

    def _offer(self, words: str, undo: object) -> None:
        self._desk.wishes.undo_offered.emit(words, undo)
