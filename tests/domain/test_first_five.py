from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN, weekly
from vitalshift_desktop.domain.early_reviews import ReviewPart, ReviewSheet
from vitalshift_desktop.domain.episodes import Ending, Episode, EpisodeId
from vitalshift_desktop.domain.first_five import (
    CellState,
    ReviewState,
    board_cells,
    early_endings,
    is_early_mark,
    review_states,
)
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.problems import DateIsImpossible, HiddenCharacters, TextTooLong

TODAY = date(2026, 3, 2)


def ended(number: int, ending: Ending | None = Ending.PLANNED) -> Episode:
    return Episode(EpisodeId(number), MAREN, number, TODAY - timedelta(days=90), TODAY, ending)


def test_each_of_the_first_five_sessions_has_its_cell_with_what_is_there_of_it() -> None:
    first, second, third = weekly(3)
    cells = board_cells([first, second], third, {first.id: 0.0}, {first.id: FlagKind.LOW_EARLY_CHECKIN})
    assert [cell.number for cell in cells] == [1, 2, 3, 4, 5]
    assert [cell.state for cell in cells] == [
        CellState.RATED,
        CellState.WITHOUT,
        CellState.PLANNED,
        CellState.AHEAD,
        CellState.AHEAD,
    ]
    assert (cells[0].score, cells[0].mark, cells[0].day) == (0.0, FlagKind.LOW_EARLY_CHECKIN, first.day)
    assert (cells[2].session_id, cells[3].session_id) == (third.id, None)


@given(st.integers(0, 12), st.booleans())
def test_there_are_always_five_cells_and_later_sessions_change_none_of_them(held: int, has_next: bool) -> None:
    sessions = weekly(13)
    scores = {session.id: float(place) for place, session in enumerate(sessions)}
    cells = board_cells(sessions[:held], sessions[held] if has_next else None, scores, {})
    assert [cell.number for cell in cells] == [1, 2, 3, 4, 5]
    later = board_cells(sessions[: held + 1], None, scores, {})
    given_now = [cell for cell in cells if cell.state is CellState.RATED]
    assert later[: len(given_now)] == tuple(given_now)


def test_a_review_is_due_once_its_session_was_held_and_done_once_it_was_talked_over() -> None:
    nothing: dict[int, ReviewSheet] = {}
    assert review_states(2, nothing) == {3: ReviewState.NOT_YET, 5: ReviewState.NOT_YET}
    assert review_states(3, nothing) == {3: ReviewState.DUE, 5: ReviewState.NOT_YET}
    sheets = {3: ReviewSheet(talked_on=TODAY), 5: ReviewSheet(goals="Sleep first")}
    assert review_states(5, sheets) == {3: ReviewState.DONE, 5: ReviewState.BEGUN}
    assert review_states(5, {5: ReviewSheet(goals=" \n")})[5] is ReviewState.DUE


def test_only_marks_of_the_checkin_stand_on_the_board() -> None:
    early = {kind for kind in FlagKind if is_early_mark(kind)}
    assert early == {FlagKind.MARKED_DROP, FlagKind.LOW_EARLY_CHECKIN}


def test_endings_within_five_sessions_are_counted_by_how_they_ended() -> None:
    episodes = [ended(1), ended(2, Ending.LOSS_OF_CONTACT), ended(3, None), ended(4), ended(5)]
    counted = early_endings(episodes, {1: 6, 2: 5, 3: 1, 4: 40})
    assert (counted.ended, counted.within_five) == (4, 2)
    assert counted.endings == {Ending.LOSS_OF_CONTACT: 1, None: 1}


def test_a_sheet_refuses_a_talk_still_to_come_and_text_that_no_record_may_hold() -> None:
    sheet = ReviewSheet().with_text(ReviewPart.BOND, "Easier on the phone")
    assert sheet.talked(TODAY).checked(TODAY).text(ReviewPart.BOND) == "Easier on the phone"
    with pytest.raises(DateIsImpossible):
        sheet.talked(TODAY + timedelta(days=1)).checked(TODAY)
    with pytest.raises(TextTooLong):
        sheet.with_text(ReviewPart.HELPS, "x" * 200_001).checked(TODAY)
    with pytest.raises(HiddenCharacters):
        sheet.with_text(ReviewPart.HELPS, "a\u202eb").checked(TODAY)
