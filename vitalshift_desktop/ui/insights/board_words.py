"""What the cells of the board say, briefly in the table and as a whole sentence beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from vitalshift_desktop.domain.early_reviews import REVIEWED_SESSIONS
from vitalshift_desktop.domain.first_five import BoardCell, CellState, ReviewState
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.services.first_five import BoardRow
from vitalshift_desktop.ui.dates_in_words import short_day, time_words, weekday_and_day
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext


class Column(IntEnum):
    """The columns of the board; the five sessions stand between the client and the agreement."""

    CLIENT = 0
    AGREEMENT = EARLY_SESSIONS + 1
    GOALS = EARLY_SESSIONS + 2
    TASKS = EARLY_SESSIONS + 3
    REVIEW_3 = EARLY_SESSIONS + 4
    REVIEW_5 = EARLY_SESSIONS + 5
    NEXT = EARLY_SESSIONS + 6


REVIEWS = dict(zip((Column.REVIEW_3, Column.REVIEW_5), REVIEWED_SESSIONS, strict=True))
_BRIEF = {CellState.AHEAD: "·", CellState.PLANNED: "○", CellState.WITHOUT: "–"}


@dataclass(frozen=True, slots=True)
class CellWords:
    """One cell: its few words, the whole sentence, what its one act is called, and whether it deserves a look."""

    brief: str
    sentence: str
    act: str
    is_lit: bool = False


def headings() -> tuple[str, ...]:
    """What stands over the columns."""
    sessions = tuple(str(number) for number in range(1, EARLY_SESSIONS + 1))
    reviews = tuple(_("Review {n}").format(n=number) for number in REVIEWED_SESSIONS)
    return (_("Client"), *sessions, _("Agreement"), _("Goals"), _("Tasks"), *reviews, _("Next"))


def cell_words(row: BoardRow, column: int, name: str) -> CellWords:
    """The words of one cell of a client's row."""
    if 1 <= column <= EARLY_SESSIONS:
        return _session(row.cells[column - 1], name)
    words: dict[Column, Callable[[BoardRow, str], CellWords]] = {
        Column.CLIENT: _client,
        Column.AGREEMENT: _agreement,
        Column.GOALS: _goals,
        Column.TASKS: _tasks,
        Column.NEXT: _next,
    }
    place = Column(column)
    return words[place](row, name) if place in words else _review(row, REVIEWS[place], name)


def _client(row: BoardRow, name: str) -> CellWords:
    held = ngettext("{n} session held", "{n} sessions held", row.held).format(n=row.held)
    return CellWords(name, f"{name}, {held}", _("Open the client"))


def _session(cell: BoardCell, name: str) -> CellWords:
    act = _("Open the alliance page")
    if cell.state is CellState.AHEAD or cell.day is None:
        words = _("{name}: session {n} is not planned yet.").format(name=name, n=cell.number)
        return CellWords(_BRIEF[CellState.AHEAD], words, _("Plan a session…"))
    day = weekday_and_day(cell.day)
    if cell.state is CellState.PLANNED:
        words = _("{name}: session {n} is planned for {day}.").format(name=name, n=cell.number, day=day)
        return CellWords(_BRIEF[cell.state], words, _("Open the sessions"))
    if cell.score is None:
        words = _("{name}: session {n} on {day}, no check-in by the client.")
        return CellWords(_BRIEF[CellState.WITHOUT], words.format(name=name, n=cell.number, day=day), _("Open the note"))
    words = _("{name}: session {n} on {day}, check-in {score} by the client.")
    said = words.format(name=name, n=cell.number, day=day, score=mean_words(cell.score))
    if cell.mark is None:
        return CellWords(mean_words(cell.score), said, act)
    return CellWords(f"◇ {cell.score:.1f}", f"{said} {_mark(cell.mark)}.", act, is_lit=True)


def _mark(kind: FlagKind) -> str:
    return label(kind)


def _agreement(row: BoardRow, name: str) -> CellWords:
    if row.has_agreement:
        words = _("{name}: agreements are in force.").format(name=name)
        return CellWords(_("in force"), words, _("Open the boundaries"))
    words = _("{name}: nothing is agreed and in force yet.").format(name=name)
    return CellWords(_("not yet"), words, _("Open the boundaries"), is_lit=row.held > 0)


def _goals(row: BoardRow, name: str) -> CellWords:
    goals, act = row.goals, _("Open the goals")
    if not goals.active:
        return CellWords(_("none"), _("{name}: no goal yet.").format(name=name), act, is_lit=row.held > 1)
    counted = ngettext("{name}: {n} goal, agreed: {agreed}.", "{name}: {n} goals, agreed: {agreed}.", goals.active)
    words = counted.format(name=name, n=goals.active, agreed=goals.agreed)
    brief = _("{agreed} of {n} agreed").format(agreed=goals.agreed, n=goals.active)
    return CellWords(brief, words, act, is_lit=goals.agreed < goals.active)


def _tasks(row: BoardRow, name: str) -> CellWords:
    found, act = row.tasks, _("Open the goals")
    if not found.tasks:
        is_lit = row.held > 1 and row.goals.active > 0
        return CellWords(_("none"), _("{name}: no task for the goals yet.").format(name=name), act, is_lit=is_lit)
    counted = ngettext("{name}: {n} task, agreed: {agreed}.", "{name}: {n} tasks, agreed: {agreed}.", found.tasks)
    words = counted.format(name=name, n=found.tasks, agreed=found.agreed)
    brief = _("{agreed} of {n} agreed").format(agreed=found.agreed, n=found.tasks)
    return CellWords(brief, words, act, is_lit=found.agreed < found.tasks)


def _review(row: BoardRow, number: int, name: str) -> CellWords:
    state = row.reviews[number]
    sentences = {
        ReviewState.NOT_YET: _("{name}: the review comes with session {n}."),
        ReviewState.DUE: _("{name}: the review of session {n} is open."),
        ReviewState.BEGUN: _("{name}: the review of session {n} is begun, and not talked over yet."),
        ReviewState.DONE: _("{name}: the review of session {n} was talked over."),
    }
    is_lit = state in (ReviewState.DUE, ReviewState.BEGUN) and row.held >= number
    return CellWords(label(state), sentences[state].format(name=name, n=number), _("Open the review sheet"), is_lit)


def _next(row: BoardRow, name: str) -> CellWords:
    following = row.next_session
    if following is None:
        words = _("{name}: no session ahead.").format(name=name)
        return CellWords(_("none"), words, _("Plan a session…"), is_lit=True)
    at = time_words(following.local_start)
    words = _("{name}: next session {day}, {time}.")
    said = words.format(name=name, day=weekday_and_day(following.day), time=at)
    return CellWords(short_day(following.day), said, _("Open the sessions"))
