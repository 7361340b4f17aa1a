"""The sessions of one client as a table, handed to the view with the smallest change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.dates_in_words import full_day, weekday_and_day
from vitalshift_desktop.ui.money_words import short_fee_words
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.session_words import absence_words, clock_span, line_state
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOTE_COLUMN = 5
_NOWHERE = QModelIndex()
_TONES = {"attn": "attn", "2": "text2"}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session with the words of its cells; `tone` is the color token of the note's state."""

    line: SessionLine
    cells: tuple[str, ...]
    tone: str


def session_row(
    line: SessionLine, *, has_begun: bool, score: float | None, today: date, covered: bool = False
) -> SessionRow:
    """The cells of one session; `score` is the client's check-in, 0 to 10.

    One that did not take place has its line where the others have their note, unless words are covered.
    """
    session = line.session
    state = line_state(line, has_begun=has_begun) if session.stands else None
    day = weekday_and_day(session.day) if session.day.year == today.year else full_day(session.day)
    cells = (
        "" if line.number is None else str(line.number),
        day,
        clock_span(session),
        _attendance(line),
        label(session.modality),
        state.words if state else ("" if covered else line.absence),
        "" if score is None else mean_words(score),
        short_fee_words(line.fee) if line.fee is not None and (has_begun or line.fee.charge) else "",
    )
    return SessionRow(line, cells, _TONES[state.tone] if state else "text2")


def _attendance(line: SessionLine) -> str:
    words = label(line.session.attendance) if line.session.stands else absence_words(line.session)
    return _("{attendance}, corrected").format(attendance=words) if line.corrected else words


def headings() -> tuple[str, ...]:
    """The words over the columns."""
    return (_("No."), _("Date"), _("Time"), _("Attendance"), _("How"), _("Note"), _("Check-in"), _("Fee"))


class SessionsModel(QAbstractTableModel):
    """Rows by session; whatever stays the same stays selected and in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SessionRow] = []

    def row_at(self, place: int) -> SessionRow:
        """The row at this place, from 0."""
        return self._rows[place]

    def place_of(self, session_id: SessionId) -> int | None:
        """Where this session is, or None."""
        return next((place for place, row in enumerate(self._rows) if row.line.session.id == session_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QColor | None:
        row = self._rows[index.row()]
        words = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{headings()[index.column()]} {words}".strip()
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().color(row.tone if index.column() == NOTE_COLUMN else "text")
        return None

    def show_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these rows: take out what is gone, put in what is new, repaint what changed."""
        wanted: Mapping[SessionId, SessionRow] = {row.line.session.id: row for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].line.session.id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        if self._is_reordered(rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            self._put(place, row)

    def _is_reordered(self, rows: Sequence[SessionRow]) -> bool:
        known = {row.line.session.id for row in self._rows}
        kept = [row.line.session.id for row in rows if row.line.session.id in known]
        return kept != [row.line.session.id for row in self._rows]

    def _put(self, place: int, row: SessionRow) -> None:
        if place >= len(self._rows) or self._rows[place].line.session.id != row.line.session.id:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
        elif self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(row.cells) - 1))
