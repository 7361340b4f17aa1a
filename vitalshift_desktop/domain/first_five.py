"""The first five sessions of a client's current episode, as cells; and how many episodes ended within them.

Ratings of the first five sessions already say something about how therapy goes; the relation is modest and says
nothing certain about one client, so the board shows what is there and what is missing, and predicts nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.early_reviews import REVIEWED_SESSIONS, ReviewSheet
from vitalshift_desktop.domain.episodes import Ending, Episode
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.sessions import Session, SessionId

_EARLY_MARKS = (FlagKind.MARKED_DROP, FlagKind.LOW_EARLY_CHECKIN)


class CellState(StrEnum):
    """What is there of one of the first five sessions."""

    AHEAD = "ahead"
    PLANNED = "planned"
    WITHOUT = "without"
    RATED = "rated"


class ReviewState(StrEnum):
    """How far the review sheet of a session has come."""

    NOT_YET = "not_yet"
    DUE = "due"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One of the sessions 1 to 5; `score` is the client's check-in, 0 to 10, with one decimal.

    `mark` is the kind of a mark that stands on this session and was not put aside.
    """

    number: int
    state: CellState
    session_id: SessionId | None = None
    day: date | None = None
    score: float | None = None
    mark: FlagKind | None = None


def board_cells(
    held: Iterable[Session],
    planned: Session | None,
    scores: Mapping[SessionId, float],
    marks: Mapping[SessionId, FlagKind],
) -> tuple[BoardCell, ...]:
    """The five cells of one episode, from its held sessions in order of time and the next planned one.

    `scores` are the client's check-ins and `marks` the kinds of marks that stand, both by session.
    """
    first = tuple(held)[:EARLY_SESSIONS]
    cells = [_cell(number, session, scores, marks) for number, session in enumerate(first, start=1)]
    if planned is not None and len(cells) < EARLY_SESSIONS:
        cells.append(BoardCell(len(cells) + 1, CellState.PLANNED, planned.id, planned.day))
    missing = range(len(cells) + 1, EARLY_SESSIONS + 1)
    return (*cells, *(BoardCell(number, CellState.AHEAD) for number in missing))


def review_states(held: int, sheets: Mapping[int, ReviewSheet]) -> dict[int, ReviewState]:
    """How far the review sheets are after this many held sessions; a sheet is due once its session was held."""
    return {number: _review_state(number, held, sheets.get(number)) for number in REVIEWED_SESSIONS}


def is_early_mark(kind: FlagKind) -> bool:
    """Whether a mark of this kind belongs on the board: those that rest on the check-in."""
    return kind in _EARLY_MARKS


@dataclass(frozen=True, slots=True)
class EarlyEndings:
    """Of the episodes that ended, how many held at most five sessions; `endings` counts how those ended.

    An ending that nobody coded stands under None.
    """

    ended: int
    within_five: int
    endings: Mapping[Ending | None, int]


def early_endings(episodes: Iterable[Episode], held: Mapping[int, int]) -> EarlyEndings:
    """The endings among these ended episodes; `held` gives the held sessions of each by the episode's id.

    An episode in which no session was held is left out: nobody ended what had not begun.
    """
    begun = [(episode, held.get(episode.id, 0)) for episode in episodes if held.get(episode.id, 0)]
    early = [episode for episode, sessions in begun if sessions <= EARLY_SESSIONS]
    return EarlyEndings(len(begun), len(early), Counter(episode.ending for episode in early))


def _cell(
    number: int, session: Session, scores: Mapping[SessionId, float], marks: Mapping[SessionId, FlagKind]
) -> BoardCell:
    score = scores.get(session.id)
    state = CellState.WITHOUT if score is None else CellState.RATED
    return BoardCell(number, state, session.id, session.day, score, marks.get(session.id))


def _review_state(number: int, held: int, sheet: ReviewSheet | None) -> ReviewState:
    if sheet is not None and sheet.talked_on is not None:
        return ReviewState.DONE
    if sheet is not None and sheet.has_text:
        return ReviewState.BEGUN
    return ReviewState.DUE if held >= number else ReviewState.NOT_YET
