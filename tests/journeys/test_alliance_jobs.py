"""The check-in from paper (J3) and the look at the alliance (J4) within their budgets, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint

from tests.journeys.budgets import Budget
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, await_words, let_work, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.number_cells import NumberRow

SEE, ENTER = 2, 2
OWN, PAPER = "8877", "8979"
WHY = "In session 15 Odalys’s score fell to 5.3, under Odalys’s own usual range of 6.1 to 9.1, from 14 scores."


def see_the_alliance(*, by_mouse: bool) -> int:
    """Whether the alliance with this client has moved, and why the app says so."""
    budget = Budget()
    if by_mouse:
        budget.click(await_button("See the check-ins"))
    else:
        budget.press("Ctrl+K")
        type_text("odalys alliance")
        budget.press("Return")
    await_words(WHY)
    press("Ctrl+1")
    return budget.spent


def enter_the_paper(*, by_mouse: bool) -> int:
    """Both rows of the check-in of the session that just ended; every digit is a key of its own."""
    until(lambda: await_part("today.next").hasFocus(), "the session that just ended")
    budget = Budget()
    if by_mouse:
        budget.click(await_part("today.start"))
        budget.click(await_part("checkin.you", NumberRow).cells[0])
    else:
        budget.press("Return")
        until(lambda: await_part("note.section.data").hasFocus(), "the caret in the note")
        budget.press("Ctrl+Shift+C")
    type_text(OWN + PAPER)
    return budget.spent


@pytest.mark.parametrize("by_mouse", [True, False])
def test_seeing_the_alliance_and_entering_a_check_in_stay_within_their_budgets(
    at_sample: Counselor, *, by_mouse: bool
) -> None:
    """J3 with its two actions and one key for each digit, J4 with two."""
    at_sample.computer.clock.advance(minutes=67)
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert see_the_alliance(by_mouse=by_mouse) <= SEE
    assert enter_the_paper(by_mouse=by_mouse) <= ENTER
    workspace = at_sample.computer.workspace
    maren = workspace.clients.by_code("0147")
    until(lambda: workspace.alliance.course(maren.id).points[-1].client is not None, "the score")
    point = workspace.alliance.course(maren.id).points[-1]
    assert point.client is not None
    assert point.counselor is not None
    assert (point.client.answers, point.client.how_given) == ((8, 9, 7, 9), HowGiven.ALONE)
    assert point.counselor.answers == (8, 8, 7, 7)


def test_in_large_text_the_key_of_the_check_in_brings_it_into_view(at_sample: Counselor) -> None:
    """The rail is folded away behind a tab, and is laid out only as it comes."""
    at_sample.computer.clock.advance(minutes=67)
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    theme().apply(ThemeMode.LIGHT, 200)
    at_sample.today.start_note()
    press("Ctrl+Shift+C")
    cell = await_part("checkin.you", NumberRow).cells[0]
    until(cell.hasFocus, "the caret in the check-in")
    let_work()
    rail = at_sample.computer.window.pages.note.rail
    top = cell.mapTo(rail.viewport(), QPoint(0, 0)).y()
    height = rail.viewport().height()
    theme().apply(ThemeMode.LIGHT)
    assert 0 <= top < height
