import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.early_reviews import ReviewPart, ReviewSheet
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.tasks import TaskDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.early_reviews.review_page import ReviewSheetPage
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReviewSheetPage:
    page = ReviewSheetPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 760)
    return page


@pytest.fixture
def client(world: World) -> Client:
    client = world.client()
    world.rated(client, [7, 6, 8], last=-1)
    return client


def opened(page: ReviewSheetPage, client: Client, number: int = 3) -> None:
    page.show_sheet(client.id, number)
    page.show()
    page.focus_first()


def test_what_the_record_knows_stands_beside_the_questions(page: ReviewSheetPage, world: World, client: Client) -> None:
    world.workspace.goals.add(client.id, GoalDetails("Sleep through"))
    opened(page, client)
    assert page.facts.checkins.text() == (
        "Maren T.: session 1: 7.0, session 2: 6.0, session 3: 8.0. 3 scores are a reason to ask, not a finding."
    )
    assert [one.words() for one in page.facts.findChildren(RecordLabel)] == ["Sleep through"]
    assert page.head.words.text().startswith("To be talked over with the client.")


def test_what_is_written_is_kept_for_each_session_of_its_own(
    page: ReviewSheetPage, world: World, client: Client
) -> None:
    opened(page, client)
    first = page.editor.editors[ReviewPart.HELPS]
    assert page.focusWidget() is first
    QTest.keyClicks(first, "The walks")
    page.head.number_chosen.emit(5)
    assert page.editor.sheet(ReviewSheet()) == ReviewSheet()
    assert page.head.words.text().startswith("Due in 2 sessions.")
    page.head.number_chosen.emit(3)
    assert first.text() == "The walks"
    assert world.workspace.early_reviews.page(client.id, 3).sheet == ReviewSheet(helps="The walks")


def test_talked_over_today_is_one_act_that_can_be_undone_and_loses_no_word(
    page: ReviewSheetPage, world: World, client: Client, desk: Desk
) -> None:
    undos: list[object] = []
    desk.wishes.undo_offered.connect(lambda _words, undo: undos.append(undo))
    opened(page, client)
    QTest.keyClicks(page.editor.editors[ReviewPart.CHANGES], "Slower")
    page.head.talked.click()
    kept = world.workspace.early_reviews.page(client.id, 3).sheet
    assert (kept.changes, kept.talked_on) == ("Slower", world.today)
    assert page.head.words.text().startswith("Talked over on 2 March 2026.")
    assert not page.head.talked.isVisible()
    (undo,) = undos
    assert callable(undo)
    undo()
    again = world.workspace.early_reviews.page(client.id, 3).sheet
    assert (again.changes, again.talked_on) == ("Slower", None)


def test_words_that_could_not_be_saved_are_handed_over_at_a_lock_and_come_back(
    page: ReviewSheetPage, world: World, client: Client
) -> None:
    opened(page, client)
    page.take_back(HalfFilled(f"review_sheet:{client.id}:3", {"bond": "Hard to say no"}, {}))
    assert world.workspace.early_reviews.page(client.id, 3).sheet.bond == "Hard to say no"
    QTest.keyClicks(page.editor.editors[ReviewPart.GOALS], "Sleep")
    (form,) = page.half_filled()
    assert (form.place, form.fields["goals"]) == (f"review_sheet:{client.id}:3", "Sleep")
    page.save_now()
    assert page.half_filled() == ()


def test_initials_only_covers_what_is_written(page: ReviewSheetPage, client: Client, desk: Desk) -> None:
    opened(page, client)
    desk.privacy.set_on(True)
    assert all(editor.is_covered for editor in page.editor.editors.values())


def test_a_client_without_a_session_has_no_sheet(page: ReviewSheetPage, world: World) -> None:
    before = page.client_id
    stranger = world.client("Kim S.")
    with pytest.raises(NotFound):
        page.show_sheet(stranger.id, 4)
    assert page.client_id == before


def test_what_is_open_between_goals_and_tasks_stands_beside_the_questions(
    page: ReviewSheetPage, world: World, client: Client
) -> None:
    goal = world.workspace.goals.add(client.id, GoalDetails("Sleep through", agreed_on=world.today))
    world.workspace.tasks.add(goal.id, TaskDetails("No screen in bed"))
    opened(page, client)
    said = [one.text() for one in page.facts.findChildren(TextLabel)]
    assert {"no agreed task yet", "Tasks never agreed"} <= set(said)
    assert "not agreed yet" not in said
    assert "No screen in bed" in [one.words() for one in page.facts.findChildren(RecordLabel)]
