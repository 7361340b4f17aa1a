from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.services.world import World
from tests.support.entered_forms import answers, course, enter
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.services.goals import GoalLevels
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.ui.answer_row import AnswerRow
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.outcomes.levels_form import LevelsForm
from vitalshift_desktop.ui.outcomes.measure_panel import MeasurePanel
from vitalshift_desktop.ui.outcomes.outcomes_page import OutcomesPage
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


def _only(page: OutcomesPage) -> MeasurePanel:
    (panel,) = page.panels.values()
    return panel


def _table(panel: MeasurePanel) -> dict[str, list[str]]:
    model = panel.table.model
    return {
        str(model.headerData(row, Qt.Orientation.Vertical)): [
            str(model.index(row, place).data()) for place in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def test_levels_of_goals_are_written_down_and_give_t(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 12)
    goals = [world.workspace.goals.add(client.id, GoalDetails(words)) for words in ("Walk alone", "Sleep through")]
    page.show_client(client.id)
    assert page.goals.attained.text() == "Goal attainment: no levels yet."
    page.goals.set_levels.click()
    form = page.window().findChild(LevelsForm)
    assert isinstance(form, LevelsForm)
    form.save.click()
    assert form.isVisible()
    for row in form.rows:
        row.level.choose(-2)
    form.save.click()
    assert "Baseline T 37.6, achieved T 25.2, change −12.4. 50 is what was hoped for" in page.goals.attained.text()
    world.clock.advance(days=30)
    world.workspace.goals.set_levels(client.id, [GoalLevels(goal.id, 1, 2, 3) for goal in goals])
    assert "Baseline T 37.6, achieved T 62.4, change +24.8." in page.goals.attained.text()


def test_before_anything_is_used_the_page_says_what_will_be_here_and_offers_to_choose(
    page: OutcomesPage, world: World, desk: Desk
) -> None:
    client = world.client()
    wished: list[object] = []
    desk.wishes.client_measures.connect(wished.append)
    page.show_client(client.id)
    assert not page.nothing.isHidden()
    assert page.flow.isHidden()
    page.focus_first()
    QTest.keyClick(page.nothing.button, Qt.Key.Key_Space)
    assert wished == [client.id]


def test_a_measure_is_a_chart_with_its_numbers_below_and_its_change_in_words(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 18, 15, 8)
    page.show_client(client.id)
    panel = _only(page)
    assert panel.heading.accessibleName() == "PHQ-9, rated by Maren"
    assert _table(panel)["Total"] == ["18", "15", "8"]
    said = panel.words.said.text()
    assert "Baseline 18" in said
    assert "Latest 8" in said
    assert "10 lower, from 3 complete forms" in said
    assert "Reliable improvement, now under the cut-off" in said
    assert "A difference of 6 or more counts (95 % confidence;" in said


def test_the_arrow_keys_step_through_the_forms_and_read_them_out(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 18, 8)
    page.show_client(client.id)
    panel = _only(page)
    panel.chart.setFocus()
    QTest.keyClick(panel.chart, Qt.Key.Key_Left)
    QTest.keyClick(panel.chart, Qt.Key.Key_Left)
    assert panel.chart.chosen == 0
    assert panel.readout.text().startswith("Session 1, ")
    assert "18 of 27, moderately severe" in panel.readout.text()
    assert "Item 9: 0, not at all." in panel.readout.text()


def test_client_and_guardian_have_panels_of_their_own(page: OutcomesPage, world: World) -> None:
    client, (session,) = course(world, 12)
    enter(world, client, 15, rater=Rater.GUARDIAN, session=session)
    page.show_client(client.id)
    assert [panel.heading.accessibleName() for panel in page.panels.values()] == [
        "PHQ-9, rated by Maren",
        "PHQ-9, rated by a guardian",
    ]
    assert [_table(panel)["Total"] for panel in page.panels.values()] == [["12"], ["15"]]


def test_a_blank_critical_answer_is_said_to_be_left_blank_and_the_total_is_not_made_up(
    page: OutcomesPage, world: World
) -> None:
    client, (session,) = course(world, 12)
    later = world.held(client, -1)
    enter(world, client, 0, session=later, given=(*answers(12)[:8], None))
    page.show_client(client.id)
    panel = _only(page)
    assert _table(panel)["Item 9"] == ["0", "blank"]
    assert _table(panel)["Total"] == ["12", "–"]
    panel.chart.step_to(1)
    assert "no score, items were left blank" in panel.readout.text()
    assert "Item 9: left blank." in panel.readout.text()
    assert session.id != later.id


def test_a_session_without_the_measure_is_a_column_with_its_reason(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 12)
    declined = world.held(client, -1)
    world.workspace.measures.not_given(declined.id, "phq9", NotGivenReason.DECLINED, "Too tired today.")
    page.show_client(client.id)
    panel = _only(page)
    panel.chart.step_to(1)
    assert "not given, declined" in panel.readout.text()
    assert panel.note.text() == "Too tired today."
    assert panel.correct.isHidden()


def test_a_measure_that_was_only_ever_declined_shows_its_gaps(page: OutcomesPage, world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    world.workspace.measures.not_given(session.id, "gad7", NotGivenReason.DECLINED)
    page.show_client(client.id)
    panel = _only(page)
    assert panel.heading.accessibleName() == "GAD-7, rated by Maren"
    assert _table(panel)["Remark"] == ["declined"]
    assert "No complete form yet" in panel.words.said.text()


def test_a_corrected_entry_is_history_and_not_a_point(page: OutcomesPage, world: World) -> None:
    client, (session,) = course(world, 24)
    (form,) = world.workspace.outcomes.of_client(client.id).courses[0].points
    entry = NewEntry(client.id, "phq9", Rater.CLIENT, answers(14), session.id)
    world.workspace.measures.correct_measure(form.scored.administration.id, entry)
    page.show_client(client.id)
    panel = _only(page)
    assert _table(panel)["Total"] == ["14"]
    assert "24, corrected later" in panel.words.history.text()


def test_entering_and_correcting_are_asked_of_the_window(page: OutcomesPage, world: World, desk: Desk) -> None:
    client, _sessions = course(world, 12)
    asked: list[object] = []
    desk.wishes.enter_measure.connect(lambda *what: asked.append(what))
    desk.wishes.correct_measure.connect(asked.append)
    page.show_client(client.id)
    panel = _only(page)
    page.enter.click()
    panel.enter.click()
    panel.chart.step_to(0)
    panel.correct.click()
    form = panel.course.points[0].scored.administration
    assert asked == [(client.id, None, None), (client.id, "phq9", None), form.id]


def test_phq_and_gad_are_read_together_where_both_were_given(page: OutcomesPage, world: World) -> None:
    client, sessions = course(world, 16, 9)
    page.show_client(client.id)
    assert page.paired.isHidden()
    for total, session in zip((14, 7), sessions, strict=True):
        enter(world, client, total, instrument_id="gad7", session=session)
    assert "PHQ-9 16 to 9, GAD-7 14 to 7." in page.paired.text()
    assert "Reliable improvement, and both are now under their thresholds." in page.paired.text()


def test_few_scores_on_a_side_say_that_nothing_can_be_read(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 16, 9)
    page.show_client(client.id)
    assert page.places.isHidden()


def test_with_initials_only_no_name_is_seen(page: OutcomesPage, world: World, desk: Desk) -> None:
    client, _sessions = course(world, 16, 9)
    page.show_client(client.id)
    desk.privacy.set_on(True)
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in words if "Maren" in text]
    assert "Maren" not in _only(page).chart.accessibleName()


def test_with_initials_only_answers_to_the_critical_item_are_kept_back(
    page: OutcomesPage, world: World, desk: Desk
) -> None:
    client, (session,) = course(world, 12)
    enter(world, client, 0, session=world.held(client, -1), given=answers(12, critical=2))
    page.show_client(client.id)
    panel = _only(page)
    panel.chart.step_to(1)
    assert "Item 9: 2, more than half the days." in panel.readout.text()
    desk.privacy.set_on(True)
    assert _table(panel)["Item 9"] == ["hidden", "hidden"]
    assert "Item 9: hidden while names are shortened." in panel.readout.text()
    assert "item 9 latest hidden" in panel.chart.accessibleName()
    assert session.was_held


def test_the_chosen_form_stays_when_another_one_is_entered(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 16, 9)
    page.show_client(client.id)
    panel = _only(page)
    panel.chart.step_to(0)
    enter(world, client, 5)
    assert _only(page) is panel
    assert panel.chart.chosen == 0
    assert _table(panel)["Total"] == ["16", "9", "5"]


def test_a_form_is_brought_to_the_front_by_its_number(page: OutcomesPage, world: World) -> None:
    client, _sessions = course(world, 16, 9)
    page.show_client(client.id)
    form = _only(page).course.points[1].scored.administration
    page.show_item(form.id)
    assert _only(page).chart.chosen == 1


def test_an_answer_to_review_stands_above_the_charts_until_it_is_reviewed(
    page: OutcomesPage, world: World, desk: Desk
) -> None:
    client = world.client()
    given = world.workspace.measures.record(NewEntry(client.id, "phq9", Rater.CLIENT, (1,) * 9))
    wished: list[object] = []
    desk.wishes.review_answer.connect(wished.append)
    page.show_client(client.id)
    (row,) = page.answers.findChildren(AnswerRow)
    row.review.click()
    assert wished == [given.id]
    world.workspace.answers.review(given.id, "Read together.")
    page.look_again()
    assert page.answers.isHidden()
    (row,) = page.reviewed.findChildren(AnswerRow)
    assert "Reviewed with the client on 2 March 2026." in row.words.text()
    assert "Read together." in [label.text() for label in row.findChildren(RecordLabel)]
    desk.privacy.set_on(True)
    page.look_again()
    row = page.reviewed.findChildren(AnswerRow)[-1]
    assert row.words.text() == "Hidden while names are shortened."
    assert "Read together." not in [label.text() for label in row.findChildren(RecordLabel)]
