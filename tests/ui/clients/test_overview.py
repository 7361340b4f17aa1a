from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.ui.clients.conftest import TODAY, Added, Held
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderKind
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.answer_row import AnswerRow
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.clients.timeline_view import AT_FIRST, TimelineRow
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.goal_bar import GoalBar
from vitalshift_desktop.ui.widgets.phase_thread import PhaseThread
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.sparkline import Sparkline


@pytest.fixture
def maren(added: Added) -> ClientId:
    return added("Maren Tveit")


def opened(page: ClientsPage, client_id: ClientId) -> None:
    page.open_client(client_id, "overview")
    page.show()


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and label.isVisible()]


def rows(page: ClientsPage) -> list[str]:
    return [row.accessibleName() for row in page.workspace.overview.timeline.findChildren(TimelineRow)]


def test_a_session_stands_with_its_checkin_and_the_notes_first_lines(
    page: ClientsPage, workspace: Workspace, maren: ClientId, held: Held
) -> None:
    note = workspace.notes.start(held(maren, 7, 8))
    sections = (Section(note.sections[0].key, "Bus two stops alone."), *note.sections[1:])
    workspace.notes.save_draft(note.id, sections, base_version=note.version, by=None)
    opened(page, maren)
    assert "23 Feb Session 1 check-in 8.0" in rows(page)
    assert "Bus two stops alone." in words(page.workspace.overview.timeline)


def test_a_measure_that_was_not_given_says_why_and_keeps_its_words_from_onlookers(
    page: ClientsPage, workspace: Workspace, desk: Desk, maren: ClientId, held: Held
) -> None:
    session = held(maren, 7)
    workspace.measures.not_given(session, CHECKIN, NotGivenReason.DECLINED)
    workspace.measures.not_given(session, "phq9", NotGivenReason.OTHER, "Fire alarm")
    opened(page, maren)
    assert {"23 Feb Check-in: declined", "23 Feb PHQ-9: another reason"} <= set(rows(page))
    assert "Fire alarm" in words(page.workspace.overview.timeline)
    desk.privacy.set_on(True)
    assert "Fire alarm" not in words(page.workspace.overview.timeline)
    wanted: list[object] = []
    desk.wishes.note.connect(wanted.append)
    view = page.workspace.overview.timeline
    row = next(one for one in view.findChildren(TimelineRow) if "declined" in one.accessibleName())
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert wanted == [session]


def test_a_drop_is_told_as_a_mark_with_its_numbers(page: ClientsPage, maren: ClientId, held: Held) -> None:
    for place, score in enumerate((8, 8, 8, 8, 8, 8, 3)):
        held(maren, 56 - 7 * place, score)
    opened(page, maren)
    assert "16 Feb Session 7 check-in 3.0, marked drop" in rows(page)
    marks = page.workspace.overview.snapshot.marks
    expected = "Check-in 3.0 in session 7 on 16 Feb, own usual range 6.5 to 9.5, from 6 ratings."
    assert expected in words(marks)
    assert "Marked drop" in words(marks)
    told = page.workspace.overview.snapshot.findChild(Sparkline)
    assert isinstance(told, Sparkline)
    assert told.accessibleName() == "Check-ins of Maren: 3.0 last, usual 6.5 to 9.5"


def test_a_classed_mark_is_a_rupture_on_thread_timeline_and_in_the_legend(
    page: ClientsPage, workspace: Workspace, maren: ClientId, held: Held
) -> None:
    sessions = [held(maren, 56 - 7 * place, score) for place, score in enumerate((8, 8, 8, 8, 8, 8, 3))]
    opened(page, maren)
    assert "Marked drop" in words(page.workspace.overview.snapshot)
    workspace.alliance.class_mark(maren, sessions[6], MarkClass.CONFRONTATION)
    opened(page, maren)
    assert "16 Feb Session 7 check-in 3.0, rupture, confrontation" in rows(page)
    assert "Rupture" in words(page.workspace.overview.snapshot)
    assert "Marked drop" not in words(page.workspace.overview.snapshot)
    (thread,) = page.findChildren(PhaseThread)
    assert "session 7 rupture, confrontation" in thread.sentence()


def test_an_answer_to_review_is_told_whole_and_leads_to_its_review(
    page: ClientsPage, desk: Desk, workspace: Workspace, maren: ClientId
) -> None:
    given = workspace.measures.record(NewEntry(maren, "phq9", Rater.CLIENT, (1,) * 9))
    opened(page, maren)
    row = page.workspace.overview.snapshot.marks.findChild(AnswerRow)
    assert row is not None
    assert "It is not a risk assessment and not a diagnosis." in row.words.text()
    wanted: list[object] = []
    desk.wishes.review_answer.connect(wanted.append)
    row.review.click()
    assert wanted == [given.id]


def test_before_six_scores_the_page_says_what_is_missing(page: ClientsPage, maren: ClientId, held: Held) -> None:
    opened(page, maren)
    alliance = page.workspace.overview.snapshot.alliance
    assert "No check-in yet. It is asked at the end of a session." in words(alliance)
    held(maren, 7, 8)
    assert "8.0 last" in words(alliance)
    assert "The usual range appears after 5 more scores." in words(alliance)


def test_goals_agreements_and_checkins_stand_at_the_right(
    page: ClientsPage, workspace: Workspace, maren: ClientId, held: Held
) -> None:
    goal = workspace.goals.add(maren, GoalDetails("Ride the bus to my sister", short="Bus", target=7))
    session = held(maren, 7)
    workspace.goals.rate(goal.id, 4, session_id=session)
    contact = DraftClause(Topic.CONTACT, "By email, answered within two working days.")
    review = date(2026, 4, 30)
    workspace.agreements.agree(maren, (contact,), TODAY, review, AgreedHow.VERBAL)
    asked = ReminderDetails("GAD-7", TODAY + timedelta(days=1), ReminderKind.CHECK_IN, maren)
    workspace.reminders.add(asked)
    opened(page, maren)
    shown = page.workspace.overview.snapshot
    assert "Bus" in words(shown.goals)
    bar = shown.goals.findChild(GoalBar)
    assert isinstance(bar, GoalBar)
    assert bar.accessibleName() == "From 4 to 4, target 7"
    assert words(shown.agreements)[-2:] == ["Contact between sessions", "review 30 Apr"]
    assert words(shown.checkins)[-2:] == ["GAD-7", "Tomorrow"]


def test_empty_sections_say_so_in_one_sentence(page: ClientsPage, maren: ClientId) -> None:
    opened(page, maren)
    shown = page.workspace.overview.snapshot
    assert not shown.marks.isVisible()
    said = (words(shown.goals)[-1], words(shown.agreements)[-1], words(shown.checkins)[-1])
    assert said == ("No goal yet.", "No agreement yet.", "None planned.")


def test_the_earlier_entries_are_a_button_away(page: ClientsPage, maren: ClientId, held: Held) -> None:
    for place in range(AT_FIRST + 4):
        held(maren, 7 * (place + 1))
    opened(page, maren)
    timeline = page.workspace.overview.timeline
    assert len(rows(page)) == AT_FIRST
    timeline._earlier.click()
    QApplication.processEvents()
    shown = [row for row in timeline.findChildren(TimelineRow) if row.isVisible()]
    assert len(shown) >= AT_FIRST + 4
    assert not timeline._earlier.isVisible()


def test_all_sessions_leads_to_their_tab(qtbot: QtBot, page: ClientsPage, desk: Desk, maren: ClientId) -> None:
    opened(page, maren)
    with qtbot.waitSignal(desk.wishes.client) as asked:
        page.workspace.overview.timeline._all_sessions.click()
    assert asked.args == [maren, "sessions"]


def test_the_words_of_the_record_are_covered_with_the_names(
    page: ClientsPage, desk: Desk, workspace: Workspace, maren: ClientId
) -> None:
    workspace.goals.add(maren, GoalDetails("Ride the bus", agreed_on=TODAY))
    workspace.clients.set_status(maren, workspace.clients.get(maren).status, "moved to Lindenau")
    opened(page, maren)
    desk.privacy.set_on(True)
    record = page.workspace.overview.findChildren(RecordLabel)
    assert {"Ride the bus", "moved to Lindenau"} <= {label.words() for label in record}
    assert all(label.is_covered for label in record)
    seen = " ".join(words(page.workspace.overview))
    assert "bus" not in seen
    assert "Lindenau" not in seen


def test_an_entry_of_another_year_carries_its_year(
    page: ClientsPage, clock: FakeClock, maren: ClientId, held: Held
) -> None:
    held(maren, 90)
    opened(page, maren)
    assert any(name.startswith("2 Dec 2025 Session 1") for name in rows(page))


def test_with_little_room_the_snapshot_stands_below_the_timeline(page: ClientsPage, maren: ClientId) -> None:
    page.resize(1024, 622)
    opened(page, maren)
    overview = page.workspace.overview
    assert overview.snapshot.x() > overview.timeline.x()
    page.resize(560, 622)
    QApplication.processEvents()
    assert overview.snapshot.y() > overview.timeline.y() + overview.timeline.height() - 1


def test_the_timeline_narrows_down_by_its_menu_and_starts_whole_with_each_client(
    page: ClientsPage, maren: ClientId, held: Held
) -> None:
    held(maren, 7, 8)
    opened(page, maren)
    timeline = page.workspace.overview.timeline
    whole = rows(page)
    documents = next(one for one in timeline._groups.actions() if one.text() == "Documents")
    documents.trigger()
    assert "Nothing of this kind yet." in words(timeline)
    assert rows(page) == []
    timeline.fold()
    assert rows(page) == whole


def test_a_session_on_the_timeline_leads_to_its_note_by_mouse_and_by_key(
    qtbot: QtBot, page: ClientsPage, maren: ClientId, held: Held, desk: Desk
) -> None:
    session_id = held(maren, 7, 8)
    opened(page, maren)
    row = next(one for one in page.findChildren(TimelineRow) if "Session 1" in one.accessibleName())
    with qtbot.waitSignal(desk.wishes.note) as clicked:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    row.setFocus()
    with qtbot.waitSignal(desk.wishes.note) as pressed:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert clicked.args == pressed.args == [session_id]


def test_a_missing_consent_to_therapy_is_said_quietly_and_leads_to_where_it_is_recorded(
    page: ClientsPage, workspace: Workspace, desk: Desk, maren: ClientId, qtbot: QtBot
) -> None:
    opened(page, maren)
    consent = page.workspace.overview.snapshot.consent
    assert consent.isVisible()
    with qtbot.waitSignal(desk.wishes.consents) as wished:
        consent.click()
    assert wished.args == [maren]
    workspace.consents.record(maren, ConsentDetails(ConsentKind.THERAPY, TODAY, "What we do"))
    assert not consent.isVisible()
