"""The rows of the session check-in: four cells each for counselor, client and, with a minor, a guardian."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.services.checkin_entry import CheckinEntry, Row, RowState
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.session_words import cut, whole_name_tip
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_SCORE_WIDTH = 46
_LONGEST_NAME = 8  # beside four cells and the score


class CheckinRows(QWidget):
    """What is typed and told of each row; `completed` names its rater, `typed` and `left` tell of any cell."""

    completed = Signal(object)
    typed = Signal()
    left = Signal()

    def __init__(self, form: Instrument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [label(Series(item.key)) for item in form.items]
        self.rows: dict[Rater, NumberRow] = {}
        self.scores: dict[Rater, TextLabel] = {}
        self._names: dict[Rater, TextLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._put_heads(form)
        for place, (rater, key, score, name) in enumerate(_kinds(), start=1):
            self._put_row(form, rater, place, (key, score, name))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(2, theme().scale(_SCORE_WIDTH))
        self.show_guardian(shown=False)

    def _put_heads(self, form: Instrument) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(8)
        for name, item in zip(self._parts, form.items, strict=True):
            head = TextLabel(name, tone="2", size="c", wrap=False)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            tip = _("You: {own} Client: {clients}").format(own=item.counselor_words, clients=item.client_words)
            head.setToolTip(tip)
            heads.addWidget(head, 1)
        self._grid.addLayout(heads, 0, 1)
        score = TextLabel(_("Score"), tone="2", size="c", wrap=False)
        self._grid.addWidget(score, 0, 2, Qt.AlignmentFlag.AlignRight)

    def _put_row(self, form: Instrument, rater: Rater, place: int, names: tuple[str, str, str]) -> None:
        row = NumberRow(self._parts, name=names[2], spacing=8)
        row.setObjectName(names[0])
        score = TextLabel(size="m", wrap=False)
        score.setObjectName(names[1])
        name = TextLabel(names[2] if rater is Rater.COUNSELOR else "", size="m", wrap=False)
        self.rows[rater], self.scores[rater], self._names[rater] = row, score, name
        self._grid.addWidget(name, place, 0)
        self._grid.addWidget(row, place, 1)
        self._grid.addWidget(score, place, 2, Qt.AlignmentFlag.AlignRight)
        for cell, item in zip(row.cells, form.items, strict=True):
            own = rater is Rater.COUNSELOR
            cell.setAccessibleDescription(item.counselor_words if own else item.client_words)
            cell.left.connect(self.left)
        row.changed.connect(self.typed)
        row.completed.connect(partial(self.completed.emit, rater))

    def show_guardian(self, *, shown: bool) -> None:
        """Show the guardian's row, or hide it."""
        for part in (self.rows[Rater.GUARDIAN], self.scores[Rater.GUARDIAN], self._names[Rater.GUARDIAN]):
            part.setVisible(shown)

    def show_name(self, rater: Rater, name: str) -> None:
        """Call somebody by this name; a long one is cut where it is seen, and read out whole."""
        self._names[rater].setText(_seen(name))
        self._names[rater].setToolTip(whole_name_tip(name, _LONGEST_NAME))
        for cell, part in zip(self.rows[rater].cells, self._parts, strict=True):
            cell.setAccessibleName(_("{who}, {what}, 0 to 10").format(who=name, what=part))

    def name(self, rater: Rater) -> str:
        """The name as it is seen."""
        return self._names[rater].text()

    def show_recorded(self, entry: CheckinEntry, before: CheckinEntry | None) -> None:
        """Show what is recorded where that is news; what is being typed over it stays."""
        for rater, row in self.rows.items():
            recorded, known = row_of(entry, rater), None if before is None else row_of(before, rater)
            if recorded != known and row.values != recorded.answers:
                row.set_values(recorded.answers)

    def show_scores(self, entry: CheckinEntry | None) -> None:
        """Show each row's mean, or how far it has come."""
        for rater, row in self.rows.items():
            shown = self.scores[rater]
            shown.setText(_score_words(row, None if entry is None else row_of(entry, rater)))
            shown.show_tone("" if row.is_complete else "3")
            set_style_property(shown, "weight", "600" if row.is_complete else "")


def _seen(name: str) -> str:
    """The name, or its first word, where that has room; else its beginning."""
    first = name.partition(" ")[0]
    return name if len(name) <= _LONGEST_NAME else first if len(first) <= _LONGEST_NAME else cut(name, _LONGEST_NAME)


def row_of(entry: CheckinEntry, rater: Rater) -> Row:
    """The row of a rater as it is recorded."""
    return {Rater.COUNSELOR: entry.you, Rater.CLIENT: entry.client, Rater.GUARDIAN: entry.guardian}[rater]


def may_become_ten(row: NumberRow) -> bool:
    """Whether the cell that has the focus holds a 1 that a 0 would make a 10."""
    return any(cell.hasFocus() and cell.value == 1 for cell in row.cells)


def _score_words(row: NumberRow, recorded: Row | None) -> str:
    score, given = Row.of_answers(row.values).score, sum(value is not None for value in row.values)
    if score is not None:
        return mean_words(score)
    if recorded is not None and recorded.state is RowState.SKIPPED:
        return _("skipped")
    return _("{n} of {all}").format(n=given, all=len(row.values)) if given else ""


def _kinds() -> tuple[tuple[Rater, str, str, str], ...]:
    """For each row its rater, the places of row and score for tests and locks, and its name."""
    return (
        (Rater.COUNSELOR, "checkin.you", "checkin.your_score", _("You")),
        (Rater.CLIENT, "checkin.client", "checkin.client_score", _("Client")),
        (Rater.GUARDIAN, "checkin.guardian", "checkin.guardian_score", _("Guardian")),
    )
