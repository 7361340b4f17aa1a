"""The page of searching, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.journeys.hands import until
from tests.services.world import World
from tests.ui.frame.conftest import Press, press_in
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.record_search import EntryKind
from vitalshift_desktop.services.record_search import PAGE
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.goals.goals_tab import GoalsTab
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.widgets.hits_view import Hit


def typed(window: MainWindow, text: str) -> None:
    """Type into what has the focus, and wait no longer than the page does."""
    field = window.focusWidget()
    assert isinstance(field, QWidget)
    QTest.keyClicks(field, text)
    window.pages.search._look()
    await_the_answer(window)


def await_the_answer(window: MainWindow) -> None:
    until(lambda: not window.pages.search._asking.is_busy, "the answer")


def found(window: MainWindow) -> list[Hit]:
    model = window.pages.search.list._hits
    lines = [model.line(place) for place in range(model.rowCount())]
    return [line for line in lines if isinstance(line, Hit)]


def test_ctrl_f_searches_all_and_with_a_client_open_only_that_record(
    window: MainWindow, world: World, press: Press
) -> None:
    one, other = world.client("Maren T."), world.client("Idris K.")
    for client in (one, other):
        world.workspace.goals.add(client.id, GoalDetails(wording="Take the ferry", short="Ferry"))
    press("Ctrl+F")
    typed(window, "ferry")
    assert {hit.text for hit in found(window)} == {"Maren T.", "Idris K."}
    window.open_client(other.id, "overview")
    press("Ctrl+F")
    typed(window, "ferry")
    assert [hit.text for hit in found(window)] == ["Idris K."]
    assert window.pages.search.filters.client_id == other.id


def test_arrows_and_enter_open_exactly_what_was_found(window: MainWindow, world: World, press: Press) -> None:
    client = world.client()
    goals = [
        world.workspace.goals.add(client.id, GoalDetails(wording=f"Take the {what}", short=what))
        for what in ("bus", "ferry")
    ]
    press("Ctrl+F")
    typed(window, "take")
    assert len(found(window)) == 2
    press_in(window, "Down")
    press_in(window, "Up")
    typed(window, " ferry")
    press_in(window, "Return")
    assert window.pages.clients.workspace.tab == "goals"
    tab = window.findChild(GoalsTab)
    assert isinstance(tab, GoalsTab)
    assert tab.list.row(goals[1].id).head.hasFocus()


def test_a_clause_opens_as_the_version_that_was_found(window: MainWindow, world: World, press: Press) -> None:
    client = world.client()
    for words in ("Messages until eight.", "Messages until nine."):
        clause = DraftClause(Topic.CONTACT, words)
        world.workspace.agreements.agree(client.id, (clause,), world.today, world.today, AgreedHow.ON_PAPER)
    press("Ctrl+F")
    typed(window, "eight")
    (hit,) = found(window)
    assert hit.sentence == "Messages until eight."
    press_in(window, "Return")
    assert window.pages.clients.workspace.tab == "agreements"


def test_filters_limit_what_is_found(window: MainWindow, world: World, press: Press) -> None:
    client = world.client()
    world.workspace.goals.add(client.id, GoalDetails(wording="Take the ferry", short="Ferry"))
    world.written(world.held(client, -7), "About the ferry.")
    press("Ctrl+F")
    typed(window, "ferry")
    assert len(found(window)) == 2
    page = window.pages.search
    page.filters.kind.choose(EntryKind.NOTE)
    page.filters.changed.emit()
    await_the_answer(window)
    assert [hit.sentence for hit in found(window)] == ["About the ferry."]
    page.filters.first.show_day(world.today)
    page.filters.changed.emit()
    await_the_answer(window)
    assert found(window) == []
    assert page.count.text() == "Nothing in the record has these words."


def test_more_than_a_page_is_shown_by_and_by(window: MainWindow, world: World, press: Press) -> None:
    client = world.client()
    for place in range(PAGE + 3):
        world.workspace.goals.add(client.id, GoalDetails(wording=f"ferry {place}", short="x"))
    while world.workspace.record_search.freshen(100):
        pass
    press("Ctrl+F")
    typed(window, "ferry")
    page = window.pages.search
    assert (len(found(window)), page.count.text()) == (PAGE, "28 entries")
    QTest.mouseClick(page.more, Qt.MouseButton.LeftButton)
    assert len(found(window)) == PAGE + 3
    assert not page.more.isVisible()


def test_while_names_are_short_neither_names_nor_sentences_can_be_read(
    window: MainWindow, world: World, press: Press
) -> None:
    world.written(world.held(world.client("Maren Tveit")), "About the ferry.")
    press("Ctrl+F")
    typed(window, "ferry")
    press("Ctrl+Shift+I")
    until(lambda: found(window)[0].is_covered, "the cover")
    (hit,) = found(window)
    assert (hit.text, hit.is_covered) == ("M. T.", True)


def test_a_change_of_the_record_is_read_into_the_index_at_rest(window: MainWindow, world: World) -> None:
    world.workspace.goals.add(world.client().id, GoalDetails(wording="ferry", short="x"))
    searching = window.searching
    assert searching._rest.isActive()
    while searching._work(Job(lambda _part: None)):
        pass
    with world.workspace.vault.read() as work:
        assert work.search.count_stale(1) == 0
