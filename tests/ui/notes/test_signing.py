"""The signing sheet, what it points out, and what is added afterwards."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.services.world import World
from tests.ui.notes.writing import sheet, words_of, write
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.notes import AdditionKind
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.notes.addendum_form import AddendumForm
from vitalshift_desktop.ui.notes.note_page import NotePage


def test_the_sheet_counts_what_is_locked_and_names_what_is_missing(
    page: NotePage, world: World, session: Session
) -> None:
    goal = world.workspace.goals.add(session.client_id, GoalDetails("Take the bus"))
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.sign()
    shown = sheet(page)
    assert words_of(shown, "sign_sheet.locked") == "Locked: 2 words under Data."
    assert words_of(shown, "sign_sheet.plan_empty").startswith("Plan is empty.")
    assert words_of(shown, "sign_sheet.goals_untouched") == "No goal is ticked for this session."
    assert words_of(shown, "sign_sheet.empty") == "Left empty: Assessment."
    shown.reject()
    note = world.workspace.notes.start(session.id)
    world.workspace.notes.touch_goals(note.id, frozenset({goal.id}))
    world.workspace.goals.rate(goal.id, 4, session_id=session.id)
    page.sign()
    assert words_of(sheet(page), "sign_sheet.locked") == "Locked: 2 words under Data; 1 goal touched; 1 goal rating."


def test_the_plan_can_be_written_first_or_the_note_signed_without_it(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.sign()
    link = sheet(page).findChild(QPushButton, "sign_sheet.write_plan")
    assert isinstance(link, QPushButton)
    link.click()
    assert QApplication.focusWidget() is page.sections.editor("plan")
    assert not world.workspace.notes.start(session.id).is_signed
    page.sign()
    sheet(page).sign.click()
    assert world.workspace.notes.start(session.id).is_signed


def test_the_sheet_and_the_signed_note_say_how_late_it_is(page: NotePage, world: World) -> None:
    session = world.held(world.client("Nora K."), -2)
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.sign()
    assert words_of(sheet(page), "sign_sheet.late").startswith("It will say that it was signed late: 48 h")
    sheet(page).sign.click()
    assert words_of(page, "note.late") == "Signed late: 48 h after the session, over the 48 h you set."
    world.clock.advance(days=30)
    page.look_again()
    assert words_of(page, "note.late").startswith("Signed late: 48 h")


def test_what_is_as_last_time_is_said_before_signing(page: NotePage, world: World) -> None:
    client = world.client("Nora K.")
    world.signed(world.held(client, days=-7))
    today = world.planned(client, 0)
    page.open_session(today.id)
    write(page, "data", "Something else.")
    write(page, "plan", "Twice more.")
    page.sign()
    assert words_of(sheet(page), "sign_sheet.alike") == "As last time: Plan 100 %."


def test_a_signed_note_shows_no_caret_and_offers_three_ways_to_add(
    page: NotePage, world: World, session: Session
) -> None:
    world.signed(session)
    page.open_session(session.id)
    assert page.sections.editor("data").cursorWidth() == 0
    menu = page.header.more.menu()
    words = [action.text() for action in menu.actions() if action.isVisible()]
    assert words[-3:] == ["Add a late entry…", "Add an addendum…", "Add an amendment…"]
    next(action for action in menu.actions() if action.text() == "Add an amendment…").trigger()
    form = page.findChild(AddendumForm)
    assert isinstance(form, AddendumForm)
    assert form.kind.value is AdditionKind.AMENDMENT
    QTest.keyClicks(form.text.edit, "It was Tuesday.")
    QTest.keyClicks(form.reason.edit, "wrong day")
    QTest.keyClick(form.reason.edit, Qt.Key.Key_Return)
    (added,) = world.workspace.notes.start(session.id).addenda
    assert (added.kind, added.text, added.service_day) == (AdditionKind.AMENDMENT, "It was Tuesday.", session.day)


def test_every_addition_is_shown_with_its_kind_dates_and_reason(page: NotePage, world: World, session: Session) -> None:
    signed = world.signed(session)
    for kind in AdditionKind:
        world.clock.advance(days=1)
        day = session.day - timedelta(days=1)
        world.workspace.notes.add_addendum(signed.id, f"{kind.value} words", "remembered.", day, kind)
    page.open_session(session.id)
    labels = page.addenda.findChildren(QLabel)
    heads = [one.text() for one in labels if "written" in one.text()]
    assert [words.partition(",")[0] for words in heads] == ["Late entry", "Addendum", "Amendment"]
    assert all("about 1 March 2026." in words and "Reason: remembered." in words for words in heads)


def test_a_half_filled_addition_comes_back_after_a_lock_with_its_kind(
    page: NotePage, desk: Desk, world: World, session: Session
) -> None:
    signed = world.signed(session)
    form = AddendumForm(desk, signed.id, session.day, page, kind=AdditionKind.LATE_ENTRY)
    QTest.keyClicks(form.text.edit, "Half")
    kept = form.half_filled()
    form.reject()
    assert kept is not None
    again = form_of(desk, kept.place, page)
    assert isinstance(again, AddendumForm)
    again.take_back(kept)
    assert (again.text.text(), again.kind.value) == ("Half", AdditionKind.LATE_ENTRY)
    again.reject()
