"""The session check-in in the note's rail: the counselor's row first, then the client's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.checkin_entry import CheckinEntry, Row, RowState
from vitalshift_desktop.services.session_lines import NoteState
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.session_words import cut, whole_name_tip
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.kept_fields import fill, filled, numbers_text
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_SCORE_WIDTH = 46
_LONGEST_NAME = 8  # beside four cells and the score


class CheckinPanel(SessionPanel):
    """Four numbers each, from the keyboard. Neither row colors the other: the client's opens after the counselor's."""

    concerns = frozenset({Subject.MEASURES, Subject.NOTES, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._measures = desk.workspace.measures
        self._entry: CheckinEntry | None = None
        self._is_signed = False
        self._build(self._measures.instrument(CHECKIN))
        self._connect()

    def _build(self, form: Instrument) -> None:
        self.setObjectName("checkin")
        self._names = [label(Series(item.key)) for item in form.items]
        self.you = NumberRow(self._names, name=_("You"), spacing=8)
        self.you.setObjectName("checkin.you")
        self.client = NumberRow(self._names, name=_("Client"), spacing=8)
        self.client.setObjectName("checkin.client")
        self._client_name = TextLabel(size="m", wrap=False)
        self.your_score = TextLabel(size="m", wrap=False)
        self.your_score.setObjectName("checkin.your_score")
        self.client_score = TextLabel(size="m", wrap=False)
        self.client_score.setObjectName("checkin.client_score")
        self.skip = LinkButton(_("Skip mine"))
        self.skip.setObjectName("checkin.skip")
        self.hint = TextLabel(tone="2", size="c")
        self.hint.setObjectName("checkin.hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        keys = TextLabel(_("Ctrl Shift C"), tone="3", size="c", wrap=False)
        column.addWidget(SectionHeading(_("Session check-in"), _("0 to 10"), action=keys, line=False))
        column.addLayout(self._grid(form))
        column.addLayout(self._below())

    def _grid(self, form: Instrument) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        heads = QHBoxLayout()
        heads.setSpacing(8)
        for name, item in zip(self._names, form.items, strict=True):
            head = TextLabel(name, tone="2", size="c", wrap=False)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.setToolTip(
                _("You: {own} Client: {clients}").format(own=item.counselor_words, clients=item.client_words)
            )
            heads.addWidget(head, 1)
        right = Qt.AlignmentFlag.AlignRight
        grid.addLayout(heads, 0, 1)
        grid.addWidget(TextLabel(_("Score"), tone="2", size="c", wrap=False), 0, 2, right)
        grid.addWidget(TextLabel(_("You"), size="m", wrap=False), 1, 0)
        grid.addWidget(self.you, 1, 1)
        grid.addWidget(self.your_score, 1, 2, right)
        grid.addWidget(self._client_name, 2, 0)
        grid.addWidget(self.client, 2, 1)
        grid.addWidget(self.client_score, 2, 2, right)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, theme().scale(_SCORE_WIDTH))
        for yours, theirs, item in zip(self.you.cells, self.client.cells, form.items, strict=True):
            yours.setAccessibleDescription(item.counselor_words)
            theirs.setAccessibleDescription(item.client_words)
        return grid

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.you.completed.connect(self._on_yours)
        self.client.completed.connect(self._on_clients)
        self.you.changed.connect(self._on_typing)
        self.client.changed.connect(self._on_typing)
        for cell in (*self.you.cells, *self.client.cells):
            cell.left.connect(self._on_left)
        self.skip.clicked.connect(self._on_skip)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show both rows as they are recorded; what is being typed stays."""
        if self.session_id is None:
            return
        line = self._desk.workspace.sessions.get(self.session_id)
        entry, before = self._measures.checkin(self.session_id), self._entry
        is_same = before is not None and before.session_id == entry.session_id
        self._entry, self._is_signed = entry, line.note is NoteState.SIGNED
        self._show_name(self._desk.privacy.name(line.client) if self._desk.privacy.initials_on else entry.client_name)
        _fill(self.you, entry.you, before.you if before and is_same else None)
        _fill(self.client, entry.client, before.client if before and is_same else None)
        self._open_rows(entry)
        self._show_hint()
        self._show_scores()

    def focus_first(self) -> None:
        """Go to the row that comes next."""
        entry = self._entry
        first = self.client if entry is not None and entry.client_open else self.you
        first.focus_first()

    def save_now(self) -> None:
        """Record a row that is complete but was not left yet."""
        self._record_if_complete(Rater.COUNSELOR)
        self._record_if_complete(Rater.CLIENT)

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """A row that is begun and not complete."""
        if self._entry is None or self._is_signed:
            return ()
        recorded = {"checkin.you": self._entry.you.answers, "checkin.client": self._entry.client.answers}
        base = {name: numbers_text(answers) for name, answers in recorded.items()}
        form = HalfFilled(f"checkin:{self._entry.session_id}", filled(self, base), base)
        return (form,) if form.is_changed else ()

    def take_back(self, form: HalfFilled) -> None:
        """Put the numbers back into the rows they were typed in."""
        if self.session_id is not None and form.place == f"checkin:{self.session_id}":
            self.look_again()
            fill(self, form)
            self._show_scores()

    def _show_name(self, name: str) -> None:
        self._client_name.setText(cut(name, _LONGEST_NAME))
        self._client_name.setToolTip(whole_name_tip(name, _LONGEST_NAME))
        for cell, part in zip(self.client.cells, self._names, strict=True):
            cell.setAccessibleName(_("{who}, {what}, 0 to 10").format(who=name, what=part))

    def _open_rows(self, entry: CheckinEntry) -> None:
        signed, skipped = _("Signed with the note."), _("Yours was skipped for this session.")
        is_skipped = entry.you.state is RowState.SKIPPED
        self.you.set_open(not self._is_signed and not is_skipped, signed if self._is_signed else skipped)
        shut = signed if self._is_signed else _("Opens after your own row, or after Skip mine.")
        self.client.set_open(not self._is_signed and entry.client_open, shut)
        self.skip.setVisible(not self._is_signed and entry.you.state is RowState.EMPTY)

    def _show_hint(self) -> None:
        entry = self._entry
        if entry is None:
            return
        if self._is_signed:
            words = _("Signed with the note. Our own short form, not a validated scale.")
        elif entry.you.state is RowState.SKIPPED:
            words = _("Yours was skipped for this session.")
        elif not entry.client_open:
            words = _("Yours comes first, before you see {name}’s.").format(name=self._client_name.text())
        else:
            words = _("Our own short form, not a validated scale.")
        self._show_words(words, tone="2")

    def _show_scores(self) -> None:
        for row, shown in ((self.you, self.your_score), (self.client, self.client_score)):
            given = [value for value in row.values if value is not None]
            shown.setText(self._score_words(row, len(given)))
            shown.show_tone("" if row.is_complete else "3")
            set_style_property(shown, "weight", "600" if row.is_complete else "")

    def _score_words(self, row: NumberRow, given: int) -> str:
        score = Row.of_answers(row.values).score
        if score is not None:
            return f"{score:.1f}"
        if row is self.you and self._entry is not None and self._entry.you.state is RowState.SKIPPED:
            return _("skipped")
        return _("{n} of {all}").format(n=given, all=len(row.values)) if given else ""

    def _on_typing(self) -> None:
        """A row that was recorded before is corrected as soon as it is complete again."""
        self._show_scores()
        for rater in (Rater.COUNSELOR, Rater.CLIENT):
            row, recorded = self._row(rater)
            if recorded.state is RowState.DONE and not _may_become_ten(row):
                self._record_if_complete(rater)

    def _on_left(self) -> None:
        """What was typed stands as it is: a 1 that waited for a 0 is a 1."""
        for rater in (Rater.COUNSELOR, Rater.CLIENT):
            if self._row(rater)[1].state is RowState.DONE:
                self._record_if_complete(rater)

    def _on_yours(self) -> None:
        focused = QApplication.focusWidget()
        if self._record_if_complete(Rater.COUNSELOR) and (focused is None or self.isAncestorOf(focused)):
            self.client.focus_first()

    def _on_clients(self) -> None:
        self._record_if_complete(Rater.CLIENT)

    def _on_skip(self) -> None:
        if self.session_id is None:
            return
        try:
            self._measures.skip_mine(self.session_id, by=self)
        except Problem as problem:
            self._show_problem(problem)
            return
        self.you.set_values((None,) * len(self._names))
        self.look_again()
        self.client.focus_first()

    def _row(self, rater: Rater) -> tuple[NumberRow, Row]:
        entry = self._entry
        if rater is Rater.COUNSELOR:
            return self.you, entry.you if entry else Row()
        return self.client, entry.client if entry else Row()

    def _record_if_complete(self, rater: Rater) -> bool:
        row, recorded = self._row(rater)
        if self._entry is None or self._is_signed or not row.is_complete or row.values == recorded.answers:
            return False
        act = self._measures.correct if recorded.state is RowState.DONE else self._measures.record_checkin
        try:
            act(self._entry.session_id, rater, row.values, by=self)
        except Problem as problem:
            self._show_problem(problem)
            return False
        self.look_again()
        return True

    def _show_problem(self, problem: Problem) -> None:
        advice = sentence(problem)
        self._show_words(f"{advice.what} {advice.next_step}", tone="risk")

    def _show_words(self, words: str, *, tone: str) -> None:
        self.hint.setText(words)
        self.hint.show_tone(tone)


def _fill(row: NumberRow, recorded: Row, before: Row | None) -> None:
    """Show what is recorded where that is news; what is being typed over it stays."""
    if recorded != before and row.values != recorded.answers:
        row.set_values(recorded.answers)


def _may_become_ten(row: NumberRow) -> bool:
    """Whether the cell that has the focus holds a 1 that a 0 would make a 10."""
    return any(cell.hasFocus() and cell.value == 1 for cell in row.cells)
