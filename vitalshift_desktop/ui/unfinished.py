"""What was half filled when the vault was locked: gathered at the lock, offered after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import Draft, HalfFilled
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.dates_in_words import short_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.words import _, ngettext

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class Unfinished(QObject):
    """Restoring opens each form again, one after the other; a draft is gone when its form was finished or given up."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._drafts = desk.workspace.drafts
        self.bar = Banner("note-pencil", "", _("Restore"), other=_("Discard"), tone="info")
        self.bar.setObjectName("unfinished")
        self.bar.hide()
        self._window = window
        self._waiting: list[Draft] = []
        self.bar.pressed.connect(self._on_restore)
        self.bar.refused.connect(self._on_discard)

    def gathered(self) -> tuple[HalfFilled, ...]:
        """Everything that is half filled now, in forms over the window and on its pages."""
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, DialogFrame)]
        forms = [dialog.half_filled() for dialog in dialogs]
        return (*self._window.pages.half_filled(), *(form for form in forms if form is not None))

    def offer(self) -> None:
        """Say what is there from before the lock, if anything is."""
        self._waiting = list(self._drafts.kept())
        if not self._waiting:
            return
        count = len(self._waiting)
        words = ngettext("{n} unfinished form from {when}.", "{n} unfinished forms, the last from {when}.", count)
        self.bar.show_sentence(words.format(n=count, when=self._when()))
        self.bar.show()

    def say_lost(self) -> None:
        """Say that what was half filled at the last lock could be kept nowhere."""
        words = _("What you were writing when VitalShift locked could not be kept: there was no room on the drive.")
        rest = _("Everything that was saved before is here. Make room first.")
        self._window.handing_over.tell_too(f"{words} {rest}")

    def _when(self) -> str:
        clock = self._desk.workspace.clock
        moment = local(clock, max(draft.at for draft in self._waiting))
        if moment.date() == today(clock):
            return time_words(moment)
        return _("{day}, {time}").format(day=short_day(moment.date()), time=time_words(moment))

    def _on_discard(self) -> None:
        self.bar.hide()
        self._waiting.clear()
        try:
            self._drafts.discard()
        except Problem as problem:
            self._window.show_problem(problem)

    def _on_restore(self) -> None:
        self.bar.hide()
        self._restore_next()

    def _restore_next(self) -> None:
        while self._waiting:
            form = self._waiting.pop(0).form
            try:
                if self._restore(form):
                    return  # the next one when this one is closed
            except Problem as problem:
                self._window.show_problem(problem)
                self._drafts.settle(form.place)

    def _restore(self, form: HalfFilled) -> bool:
        """Put one back; True when a form lies open now."""
        kind, _colon, rest = form.place.partition(":")
        opened = self._page_of(kind, rest)
        if opened is not None:
            opened.take_back(form)
        else:
            dialog = form_of(self._desk, form.place, self._window)
            if dialog is not None:
                dialog.take_back(form)
                dialog.finished.connect(partial(self._on_finished, form.place))
                dialog.open()
                return True
        self._drafts.settle(form.place)
        return False

    def _page_of(self, kind: str, rest: str) -> Page | None:
        """The page on which this was half filled, opened where it was; None for a form."""
        first, _colon, last = rest.partition(":")
        number = int(first) if first.isdecimal() else 0
        wishes, pages = self._desk.wishes, self._window.pages
        if kind in ("note", "checkin", "process_note"):
            self._window.client_pages.open_note(SessionId(number))
            if kind == "process_note":
                pages.note.show_tab("process")
            return pages.note
        client_id = ClientId(number)
        ways: dict[str, tuple[Callable[[], object], Callable[[], Page]]] = {
            "process_notes": (partial(wishes.process_notes.emit, client_id), lambda: pages.process_notes),
            "summary": (partial(self._window.client_pages.open_summary, client_id), lambda: pages.summary),
            "new_episode": (partial(wishes.new_episode.emit, client_id), lambda: pages.new_episode),
            "safety_plan": (partial(wishes.safety_plan.emit, client_id), lambda: pages.safety_plan),
            "review_sheet": (
                lambda: wishes.review_sheet.emit(client_id, int(last)),
                lambda: pages.review_sheet,
            ),
        }
        if kind not in ways:
            return None
        open_it, page = ways[kind]
        open_it()
        return page()

    def _on_finished(self, place: str, _result: int) -> None:
        try:
            self._drafts.settle(place)
        except Problem as problem:
            self._window.show_problem(problem)
        self._restore_next()
