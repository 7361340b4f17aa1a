"""The quiet line on rhythm and length, its forms, and agreed beside actual."""

from datetime import time, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.commitments import CommitmentTerms, Rhythm
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.episodes import DecidedBy, Ending
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.domain.standing import StandingDetails
from vitalshift_desktop.services.timeline import timeline
from vitalshift_desktop.services.timeline_entries import TimelineGroup
from vitalshift_desktop.ui.clients.timeline_words import entry_words, is_a_link
from vitalshift_desktop.ui.commitments.break_form import BreakForm
from vitalshift_desktop.ui.commitments.commitment_form import CommitmentForm
from vitalshift_desktop.ui.commitments.commitment_line import CommitmentLine
from vitalshift_desktop.ui.commitments.kept_dialog import KeptDialog
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn

Form = TypeVar("Form", bound=QWidget)
TERMS = CommitmentTerms(Rhythm(), 50, 8, "Walks to the shop", "Answers by the next day")


@pytest.fixture
def line(world: World, desk: Desk, qtbot: QtBot) -> CommitmentLine:
    """The line of a new client."""
    part = CommitmentLine(desk)
    qtbot.addWidget(part)
    part.resize(900, 120)
    part.show_client(world.client().id)
    part.show()
    return part


def client_of(world: World, line: CommitmentLine) -> Client:
    assert line.client_id is not None
    return world.workspace.clients.get(line.client_id)


def form(line: QWidget, kind: type[Form]) -> Form:
    (found,) = [one for one in line.window().findChildren(kind) if one.isVisible()]
    return found


def words(part: QWidget) -> list[str]:
    QGuiApplication.processEvents()
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]


def test_with_nothing_agreed_the_line_says_so_and_agreeing_takes_four_keys(
    world: World, line: CommitmentLine, wished: Wished
) -> None:
    assert line.words.text().startswith("Not agreed yet.")
    assert not line.kept.isVisible()
    line.focus_first()
    QTest.keyClick(line.change, Qt.Key.Key_Space)
    asked = form(line, CommitmentForm)
    QTest.keyClick(asked.minutes.edit, Qt.Key.Key_Return)
    line.look_again()
    assert line.words.text() == ("Every week, 50 minutes, to look at again after 8 sessions. Agreed on 2 March 2026.")
    wished.undo()
    line.look_again()
    assert line.words.text().startswith("Not agreed yet.")


def test_the_first_version_begins_with_the_standing_appointment(world: World, desk: Desk, line: CommitmentLine) -> None:
    client = client_of(world, line)
    details = StandingDetails(world.today, time(15, 0), 80, 2, Modality.IN_PERSON)
    world.workspace.standing.make(client.id, details)
    asked = CommitmentForm(desk, client.id, line)
    assert asked.terms() == CommitmentTerms(Rhythm(1, 2), 80, 8)


def test_a_change_asks_for_the_reason_at_its_field(world: World, desk: Desk, line: CommitmentLine) -> None:
    client = client_of(world, line)
    first = world.workspace.commitments.agree(client.id, TERMS, world.today)
    asked = CommitmentForm(desk, client.id, line)
    asked.open()
    assert asked.terms() == first.terms
    asked.rhythm.choose_text("1:2")
    asked.save.click()
    assert asked.isVisible()
    assert asked.reason.error
    asked.reason.show_text("New shifts")
    asked.save.click()
    now = world.workspace.commitments.view(client.id).now
    assert now is not None
    assert (now.number, now.terms.rhythm, now.reason) == (2, Rhythm(1, 2), "New shifts")


@pytest.mark.parametrize(
    ("minutes", "review"), [("4", "8"), ("50 min", "8"), ("50", "0"), ("50", "eight"), ("50", "201")]
)
def test_numbers_that_cannot_be_are_answered_at_their_field(
    world: World, desk: Desk, line: CommitmentLine, minutes: str, review: str
) -> None:
    client = client_of(world, line)
    asked = CommitmentForm(desk, client.id, line)
    asked.open()
    asked.minutes.show_text(minutes)
    asked.review.show_text(review)
    asked.save.click()
    assert asked.isVisible()
    assert bool(asked.minutes.error) != bool(asked.review.error)
    assert world.workspace.commitments.view(client.id).now is None


def test_a_break_is_agreed_shown_and_taken_back(world: World, desk: Desk, line: CommitmentLine, wished: Wished) -> None:
    client = client_of(world, line)
    world.workspace.commitments.agree(client.id, TERMS, world.today)
    line.look_again()
    line.away.click()
    asked = form(line, BreakForm)
    asked.first.show_day(world.today + timedelta(days=10))
    asked.last.show_day(world.today + timedelta(days=3))
    asked.save.click()
    assert asked.last.error
    asked.last.show_day(world.today + timedelta(days=20))
    asked.save.click()
    line.look_again()
    assert line.breaks.text() == "Break agreed from 12 Mar to 22 March 2026."
    assert wished.undos[-1][0] == line.breaks.text()
    line.kept.click()
    (link,) = form(line, KeptDialog).findChildren(LinkButton, "kept.take_back_break")
    link.click()
    line.look_again()
    assert not line.breaks.isVisible()


def test_agreed_and_actual_lists_both_sides_with_their_days(world: World, line: CommitmentLine) -> None:
    client, w = client_of(world, line), world.workspace
    w.commitments.agree(client.id, TERMS, world.today - timedelta(days=28))
    late, missed, moved = (world.planned(client, days) for days in (-21, -14, -7))
    w.sessions.move(moved.id, moved.day + timedelta(days=1), time(12), 50, asked_by=CancelledBy.COUNSELOR)
    w.sessions.set_attendance(late.id, Attendance.ATTENDED)
    w.sessions.set_attendance(missed.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    w.sessions.set_attendance(moved.id, Attendance.ATTENDED)
    w.courses.write(late.id, SessionCourse(10, 40))
    line.look_again()
    line.kept.click()
    said = words(form(line, KeptDialog))
    for told in (
        "At the agreed rhythm, 4 whole sessions fit into these days. 3 sessions stood in the calendar, 2 took place.",
        "Came: 2", "Canceled at short notice: 1", "Moved by you: 1", "23 Feb to 24 Feb", "Started late by you: 1",
        "9 Feb by 10 min", "Shorter or longer than agreed: 1", "9 Feb, 40 min", "Walks to the shop",
    ):  # fmt: skip
        assert told in said, told
    assert not [one for one in said if "%" in one]


def test_what_each_does_between_sessions_is_covered_with_initials_only(
    world: World, desk: Desk, line: CommitmentLine
) -> None:
    client = client_of(world, line)
    world.workspace.commitments.agree(client.id, TERMS, world.today)
    desk.privacy.toggle()
    line.look_again()
    line.kept.click()
    said = words(form(line, KeptDialog))
    assert "Hidden" in said
    assert not [one for one in said if "Walks" in one or "Maren" in one]


def test_reaching_out_begins_here_and_a_review_that_is_due_is_said(
    world: World, line: CommitmentLine, wished: Wished
) -> None:
    client, w = client_of(world, line), world.workspace
    w.commitments.agree(client.id, CommitmentTerms(review_after=1), world.today - timedelta(days=20))
    line.look_again()
    assert not line.review.isVisible()
    line.reach.click()
    assert wished.reached_out == [client.id]
    world.held(client, -14)
    line.look_again()
    assert line.review.text() == "To look at again: 1 session was held since."


def test_the_list_scrolls_by_the_arrow_keys_and_enter_closes_it(world: World, line: CommitmentLine) -> None:
    client = client_of(world, line)
    world.workspace.commitments.agree(client.id, TERMS, world.today)
    line.look_again()
    line.kept.click()
    dialog = form(line, KeptDialog)
    assert isinstance(dialog.focusWidget(), FlowColumn)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_once_the_work_has_ended_only_the_list_is_left_and_an_earlier_stretch_can_be_chosen(
    world: World, line: CommitmentLine
) -> None:
    client, w = client_of(world, line), world.workspace
    w.commitments.agree(client.id, TERMS, world.today - timedelta(days=20))
    world.held(client, -14)
    w.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today)
    line.look_again()
    assert [link.isVisible() for link in (line.change, line.away, line.kept)] == [False, False, True]
    line.kept.click()
    assert not form(line, KeptDialog).episode.isVisible()


def test_a_lock_keeps_what_is_half_filled_in_all_of_these_forms(world: World, desk: Desk, line: CommitmentLine) -> None:
    client = client_of(world, line)
    for made, field in (
        (CommitmentForm(desk, client.id, line), "client_does"),
        (BreakForm(desk, client.id, line), "words"),
    ):
        editor = getattr(made, field)
        editor.show_text("Half of it")
        kept = made.half_filled()
        assert isinstance(kept, HalfFilled)
        again = form_of(desk, kept.place, line)
        assert isinstance(again, CommitmentForm | BreakForm)
        again.take_back(kept)
        assert getattr(again, field).text() == "Half of it"


def test_what_was_agreed_stands_on_the_timeline_until_it_is_taken_back(world: World, line: CommitmentLine) -> None:
    client, w = client_of(world, line), world.workspace
    first = w.commitments.agree(client.id, TERMS, world.today)
    away = w.commitments.agree_break(client.id, world.today, world.today + timedelta(days=7), "By the sea")

    def told() -> list[tuple[str, str, str]]:
        with w.vault.read() as work:
            entries = [entry for entry in timeline(work, client.id) if entry.is_in(TimelineGroup.AGREED)]
        said = [entry_words(entry) for entry in entries]
        assert all(is_a_link(entry) for entry in entries)
        return sorted((one.title, one.beside, one.record) for one in said)

    assert told() == [
        ("Break agreed", "2 Mar to 9 Mar", "By the sea"),
        ("Rhythm and length", "Every week, 50 minutes, to look at again after 8 sessions", ""),
    ]
    w.commitments.take_back(first.id)
    w.commitments.take_back_break(away.id)
    assert told() == []
