import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.client_measures import UseDetails
from vitalshift_desktop.domain.episodes import DecidedBy, Ending
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.insights.board_words import Column
from vitalshift_desktop.ui.insights.insights_page import InsightsPage
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> InsightsPage:
    page = InsightsPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 760)
    return page


def opened(page: InsightsPage) -> None:
    page.show()
    page.focus_first()


def test_with_nobody_in_the_first_five_sessions_the_page_says_so(page: InsightsPage) -> None:
    opened(page)
    assert page.nobody.isVisible()
    assert not page.board.isVisible()
    assert page.checkins.text() == "No session was held in the last 4 weeks."
    assert page.endings.text() == "Nobody’s work with you ended in the last 24 months."


def test_arrows_step_through_the_cells_and_say_each_as_a_sentence(page: InsightsPage, world: World) -> None:
    client = world.client()
    world.rated(client, [7, 3], last=-1)
    opened(page)
    assert page.readout.text() == "The arrow keys step from cell to cell; Enter opens what a cell is about."
    page.board.setCurrentIndex(page.model.index(0, 0))
    assert page.readout.text() == "Maren T., 2 sessions held"
    for _press in range(2):
        QTest.keyClick(page.board, Qt.Key.Key_Right)
    assert page.readout.text() == ("Maren T.: session 2 on Sun 1 Mar, check-in 3.0 by the client. Low early check-in.")
    index = page.model.index(0, 2)
    assert index.data() == "◇ 3.0"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == page.readout.text()


@pytest.mark.parametrize(
    ("column", "tab"),
    [
        (Column.CLIENT, "overview"),
        (1, "alliance"),
        (Column.AGREEMENT, "agreements"),
        (Column.GOALS, "goals"),
        (Column.TASKS, "goals"),
    ],
)
def test_enter_opens_the_tab_that_a_cell_is_about(
    page: InsightsPage, world: World, wished: Wished, column: int, tab: str
) -> None:
    client = world.client()
    world.rated(client, [7, 7], last=-1)
    opened(page)
    page.board.setCurrentIndex(page.model.index(0, column))
    QTest.keyClick(page.board, Qt.Key.Key_Return)
    page.act.click()
    assert wished.clients == [(client.id, tab)] * 2


def test_what_is_not_there_yet_leads_to_where_it_is_made(
    page: InsightsPage, world: World, wished: Wished, desk: Desk
) -> None:
    sheets: list[tuple[object, int]] = []
    desk.wishes.review_sheet.connect(lambda client_id, number: sheets.append((client_id, number)))
    client = world.client()
    session = world.held(client, -1)
    opened(page)
    for column in (3, Column.NEXT, Column.REVIEW_3, Column.REVIEW_5, 1):
        page.board.setCurrentIndex(page.model.index(0, column))
        QTest.keyClick(page.board, Qt.Key.Key_Space)
    assert wished.plans == [client.id] * 2
    assert sheets == [(client.id, 3), (client.id, 5)]
    assert wished.notes == [session.id]
    assert page.readout.text().endswith("no check-in by the client.")


def test_few_endings_are_counts_alone_and_many_come_with_their_range(page: InsightsPage, world: World) -> None:
    for place in range(20):
        client = world.client(f"Client {place}")
        world.held(client, -10, at=world.clock.now().time().replace(hour=place, minute=0))
        if place == 18:
            opened(page)
        world.workspace.episodes.end(client.id, Ending.LOSS_OF_CONTACT, DecidedBy.CLIENT, world.today, "")
        if place == 18:
            page.look_again()
            assert page.endings.text() == (
                "In the last 24 months 19 pieces of work ended, 19 within five sessions. Of these, loss of contact: "
                "19. With fewer than 20 endings the counts are all there is to say."
            )
    page.look_again()
    assert "from about 84 to 100 in 100" in page.endings.text()
    assert page.dots.accessibleName() == page.endings.text()
    assert page.dots.isVisible()


def test_initials_only_shows_no_name_on_the_board(page: InsightsPage, world: World, desk: Desk) -> None:
    world.held(world.client("Maren Thorvald"), -1)
    opened(page)
    desk.privacy.set_on(True)
    shown = " ".join(str(page.model.index(0, column).data()) for column in range(page.model.columnCount()))
    assert "Thorvald" not in shown + page.readout.text()


def test_a_measure_that_sessions_went_by_without_stands_there_with_how_late_it_is(
    page: InsightsPage, world: World, wished: Wished
) -> None:
    client = world.client()
    world.clock.advance(days=-30)
    world.workspace.client_measures.choose(client.id, "phq9", UseDetails(every_sessions=1))
    world.clock.advance(days=30)
    opened(page)
    assert [label.text() for label in page.overdue.findChildren(TextLabel)] == ["None is overdue."]
    for days in (-3, -2, -1):
        world.held(client, days)
    page.look_again()
    words = [label.text() for label in page.overdue.findChildren(TextLabel)]
    assert words == ["PHQ-9", "3 sessions late"]
    (link,) = page.overdue.findChildren(LinkButton)
    assert link.accessibleName() == "Maren T., PHQ-9, 3 sessions late"
    link.click()
    assert wished.clients == [(client.id, "outcomes")]


def test_tasks_are_counted_with_those_the_client_agreed_to(page: InsightsPage, world: World) -> None:
    client = world.client()
    world.rated(client, [7, 8], last=-1)
    goal = world.workspace.goals.add(client.id, GoalDetails("Sleep through"))
    opened(page)
    cell = page.model.words(0, Column.TASKS)
    assert (cell.brief, cell.is_lit) == ("none", True)
    for answer in (TaskAnswer.AGREED, TaskAnswer.PROPOSED):
        world.workspace.tasks.add(goal.id, TaskDetails("No screen in bed", answer=answer))
    page.look_again()
    cell = page.model.words(0, Column.TASKS)
    assert (cell.brief, cell.sentence, cell.is_lit) == ("1 of 2 agreed", "Maren T.: 2 tasks, agreed: 1.", True)
