"""The session check-in in the note's rail: the counselor's row first, then the client's, with minors a guardian's."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.measures.administration import HowGiven, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.checkin_entry import Row, RowState
from vitalshift_desktop.services.checkin_sheet import CheckinSheet
from vitalshift_desktop.services.session_lines import NoteState, SessionLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.checkin_around import CheckinAround
from vitalshift_desktop.ui.measures.checkin_rows import CheckinRows, may_become_ten, row_of
from vitalshift_desktop.ui.not_given import NotGivenMenu
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.widgets.kept_fields import fill, filled, numbers_text
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class CheckinPanel(SessionPanel):
    """Four numbers each, from the keyboard. Neither row colors the other: the client's opens after the counselor's."""

    concerns = frozenset({Subject.MEASURES, Subject.NOTES, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._measures = desk.workspace.measures
        self._sheet: CheckinSheet | None = None
        self._is_signed = False
        self._how: HowGiven | None = None
        self._guardian_id: RelatedPersonId | None = None
        self.setObjectName("checkin")
        self.rows = CheckinRows(self._measures.instrument(CHECKIN))
        self.around = CheckinAround(desk.privacy, desk.workspace.clock)
        self.you, self.client = self.rows.rows[Rater.COUNSELOR], self.rows.rows[Rater.CLIENT]
        self.guardian = self.rows.rows[Rater.GUARDIAN]
        self.skip, self.hint = self.around.skip, self.around.hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        keys = TextLabel(_("Ctrl Shift C"), tone="3", size="c", wrap=False)
        column.addWidget(SectionHeading(_("Session check-in"), _("0 to 10"), action=keys, line=False))
        column.addWidget(self.rows)
        column.addWidget(self.around)
        self._connect()

    def _connect(self) -> None:
        self.rows.completed.connect(self._on_completed)
        self.rows.typed.connect(self._on_typing)
        self.rows.left.connect(self._on_left)
        self.skip.clicked.connect(self._on_skip)
        self.around.how.picked.connect(self._on_how)
        self.around.guardian_picked.connect(self._on_guardian)
        self.around.none.clicked.connect(self._on_none)
        self.around.take_back.clicked.connect(self._on_take_back)
        self.around.resume.clicked.connect(self._on_resume)
        self._desk.privacy.changed.connect(self.look_again_soon)

    # ------------------------------------------------------------ showing

    def show_session(self, session_id: SessionId) -> None:
        """Show the check-in of another session, with its own way of giving and its own guardian."""
        if session_id != self.session_id:
            self.save_now()
            self._how, self._guardian_id = None, None
        super().show_session(session_id)

    def look_again(self) -> None:
        """Show the rows as they are recorded; what is being typed stays."""
        if self.session_id is None:
            return
        line = self._desk.workspace.sessions.get(self.session_id)
        sheet, before = self._measures.checkin_sheet(self.session_id, self._guardian_id), self._sheet
        is_same = before is not None and before.entry.session_id == sheet.entry.session_id
        self._sheet, self._is_signed = sheet, line.note is NoteState.SIGNED
        self._show_names(line, sheet)
        self.rows.show_recorded(sheet.entry, before.entry if before is not None and is_same else None)
        self._open_rows(sheet)
        self._show_around(sheet)
        self.rows.show_scores(sheet.entry)

    def focus_first(self) -> None:
        """Go to the row that comes next."""
        is_open = self._sheet is not None and self._sheet.entry.client_open
        (self.client if is_open else self.you).focus_first()

    def _show_names(self, line: SessionLine, sheet: CheckinSheet) -> None:
        hidden, privacy = self._desk.privacy.initials_on, self._desk.privacy
        self.rows.show_name(Rater.CLIENT, privacy.name(line.client) if hidden else sheet.entry.client_name)
        guardian = next((one for one in sheet.guardians if one.id == sheet.guardian_id), None)
        name = privacy.short(guardian.details.name) if guardian is not None else _("Guardian")
        self.rows.show_name(Rater.GUARDIAN, name)
        self.rows.show_guardian(shown=sheet.asks_guardian)
        self.around.show_guardians(sheet.guardians if sheet.asks_guardian else (), sheet.guardian_id)

    def _open_rows(self, sheet: CheckinSheet) -> None:
        signed, skipped = _("Signed with the note."), _("Yours was skipped for this session.")
        entry = sheet.entry
        is_skipped = entry.you.state is RowState.SKIPPED
        self.you.set_open(not self._is_signed and not is_skipped, signed if self._is_signed else skipped)
        shut = signed if self._is_signed else _("Opens after your own row, or after Skip mine.")
        if sheet.not_given is not None and entry.client_open:
            shut = _("Noted as not given. Take that back first.")
        is_open = not self._is_signed and entry.client_open and sheet.not_given is None
        for row in (self.client, self.guardian):
            row.set_open(is_open, shut)
        self.skip.setVisible(not self._is_signed and entry.you.state is RowState.EMPTY)

    def _show_around(self, sheet: CheckinSheet) -> None:
        entry = sheet.entry
        answered = [row for row in (entry.client, entry.guardian) if row.form_id is not None]
        is_quiet = sheet.paused is not None and not answered and entry.you.form_id is None
        self.rows.setVisible(not is_quiet)
        self.around.show_paused(sheet.paused, self.rows.name(Rater.CLIENT))
        self.around.show_given(
            self._how or sheet.how_given,
            open_for=not self._is_signed and entry.client_open and sheet.not_given is None and not is_quiet,
            may_be_missing=not (answered or entry.is_sealed or is_quiet) and sheet.not_given is None,
        )
        self.around.show_not_given(sheet.not_given, may_take_back=not self._is_signed)
        names = {rater: self.rows.name(rater) or _("You") for rater in Rater}
        earlier = {} if entry.is_sealed else sheet.earlier
        self.around.show_history((names[rater], one) for rater, forms in earlier.items() for one in forms)
        self.around.show_hint("" if is_quiet else self._hint_words(sheet))
        if is_quiet:
            self.skip.hide()

    def _hint_words(self, sheet: CheckinSheet) -> str:
        entry, name = sheet.entry, self.rows.name(Rater.CLIENT)
        if self._is_signed:
            return _("Signed with the note. Our own short form, not a validated scale.")
        if entry.you.state is RowState.SKIPPED:
            return _("Yours was skipped for this session.")
        if entry.is_sealed:
            return _("{name} has answered. It is shown after your own, or after Skip mine.").format(name=name)
        if not entry.client_open:
            return _("Yours comes first, before you see {name}’s.").format(name=name)
        return _("Our own short form, not a validated scale.")

    # ------------------------------------------------------------ typing

    def save_now(self) -> None:
        """Record a row that is complete but was not left yet."""
        for rater in self.rows.rows:
            self._record_if_complete(rater)

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """A row that is begun and not complete."""
        if self._sheet is None or self._is_signed:
            return ()
        entry = self._sheet.entry
        base = {row.objectName(): numbers_text(row_of(entry, rater).answers) for rater, row in self.rows.rows.items()}
        form = HalfFilled(f"checkin:{entry.session_id}", filled(self, base), base)
        return (form,) if form.is_changed else ()

    def take_back(self, form: HalfFilled) -> None:
        """Put the numbers back into the rows they were typed in."""
        if self.session_id is not None and form.place == f"checkin:{self.session_id}":
            self.look_again()
            fill(self, form)
            self.rows.show_scores(self._sheet.entry if self._sheet is not None else None)

    def _on_typing(self) -> None:
        """A row that was recorded before is corrected as soon as it is complete again."""
        self.rows.show_scores(self._sheet.entry if self._sheet is not None else None)
        for rater in self.rows.rows:
            row, recorded = self._row(rater)
            if recorded.form_id is not None and not may_become_ten(row):
                self._record_if_complete(rater)

    def _on_left(self) -> None:
        """What was typed stands as it is: a 1 that waited for a 0 is a 1."""
        for rater in self.rows.rows:
            if self._row(rater)[1].form_id is not None:
                self._record_if_complete(rater)

    def _on_completed(self, rater: Rater) -> None:
        focused = QApplication.focusWidget()
        is_recorded = self._record_if_complete(rater)
        if rater is Rater.COUNSELOR and is_recorded and (focused is None or self.isAncestorOf(focused)):
            self.client.focus_first()

    def _row(self, rater: Rater) -> tuple[NumberRow, Row]:
        return self.rows.rows[rater], Row() if self._sheet is None else row_of(self._sheet.entry, rater)

    # ------------------------------------------------------------ acts

    def _record_if_complete(self, rater: Rater) -> bool:
        row, recorded = self._row(rater)
        if self._sheet is None or self._is_signed or not row.is_complete or row.values == recorded.answers:
            return False
        person_id = self._sheet.guardian_id if rater is Rater.GUARDIAN else None
        how = HowGiven.ALONE if rater is Rater.COUNSELOR else self._how or self._sheet.how_given
        act = self._measures.record_checkin if recorded.form_id is None else self._measures.correct
        session_id = self._sheet.entry.session_id
        return self._did(partial(act, session_id, rater, row.values, how_given=how, person_id=person_id, by=self))

    def _on_skip(self) -> None:
        if self.session_id is not None and self._did(partial(self._measures.skip_mine, self.session_id, by=self)):
            self.you.set_values((None,) * len(self.you.cells))
            self.look_again()
            self.client.focus_first()

    def _on_how(self, how: HowGiven) -> None:
        """How it is given; a row that was recorded already is corrected."""
        self._how = how
        for rater in (Rater.CLIENT, Rater.GUARDIAN):
            row, recorded = self._row(rater)
            if self._sheet is None or recorded.form_id is None or not row.is_complete:
                continue
            person_id = self._sheet.guardian_id if rater is Rater.GUARDIAN else None
            session_id = self._sheet.entry.session_id
            correct = self._measures.correct
            self._did(partial(correct, session_id, rater, row.values, how_given=how, person_id=person_id, by=self))

    def _on_guardian(self, person_id: RelatedPersonId) -> None:
        self.save_now()
        self._guardian_id = person_id
        self.look_again()
        self.guardian.focus_first()

    def _on_none(self) -> None:
        if self.session_id is not None:
            link = self.around.none
            menu = NotGivenMenu(self._desk, self.session_id, CHECKIN, self)
            menu.popup(link.mapToGlobal(QPoint(0, link.height())))

    def _on_take_back(self) -> None:
        if self.session_id is not None:
            self._desk.did(partial(self._measures.take_back_not_given, self.session_id, CHECKIN))

    def _on_resume(self) -> None:
        if self.session_id is not None:
            client_id = self._desk.workspace.sessions.get(self.session_id).session.client_id
            self._desk.did(partial(self._desk.workspace.client_measures.resume, client_id))

    def _did(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            advice = sentence(problem)
            self.around.show_hint(f"{advice.what} {advice.next_step}", "risk")
            return False
        self.look_again()
        return True
