from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.notes.writing import sheet, write
from vitalshift_desktop.domain.sessions import Attendance, Modality, Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.addendum_form import AddendumForm
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.vocabulary import label


def test_book_makes_the_next_session_at_the_same_time(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    QTest.keyClick(page.foot.book, Qt.Key.Key_Space)
    planned = world.workspace.sessions.next_suggestion(session.id).already
    assert planned is not None
    assert planned.local_start.time() == session.local_start.time()
    assert (planned.day - session.day).days == 7
    assert not page.foot.book.isVisible()


def test_a_clash_is_said_in_words_instead_of_the_button(page: NotePage, world: World, session: Session) -> None:
    world.planned(world.client("Ilse F."), 7)
    page.open_session(session.id)
    assert "is taken by Ilse F." in page.foot._words.text()
    assert not page.foot.book.isVisible()


def test_opening_the_note_marks_a_planned_session_as_attended(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.ATTENDED


def test_with_initials_only_the_name_is_short_and_the_text_is_hidden(
    page: NotePage, desk: Desk, world: World, session: Session
) -> None:
    world.written(session, text="Nobody should read this.")
    page.open_session(session.id)
    desk.privacy.set_on(True)
    assert page.header._name.text() == "M. T."
    editor = page.sections.editor("data")
    assert editor.is_covered
    QTest.keyClicks(editor, "typed")
    assert editor.text() == "Nobody should read this."
    desk.privacy.set_on(False)
    assert not editor.is_covered


def test_large_text_turns_the_rail_into_a_tab(page: NotePage, session: Session) -> None:
    page.open_session(session.id)
    theme().apply(ThemeMode.LIGHT, 200)
    try:
        QApplication.processEvents()
        assert not page.rail.isVisible()
        page.focus_panel(0)
        assert page.rail.isVisible()
    finally:
        theme().apply(ThemeMode.LIGHT, 100)


def test_with_large_text_attendance_and_how_you_met_are_chosen_in_the_menu(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    attendance, modality = page.header.choices
    assert not attendance.menuAction().isVisible()
    theme().apply(ThemeMode.LIGHT, 200)
    try:
        QApplication.processEvents()
        assert not page.header.attendance.isVisible()
        assert attendance.menuAction().isVisible()
        next(action for action in attendance.actions() if action.text() == label(Attendance.LATE)).trigger()
        next(action for action in modality.actions() if action.text() == label(Modality.VIDEO)).trigger()
    finally:
        theme().apply(ThemeMode.LIGHT, 100)
    stored = world.workspace.sessions.get(session.id).session
    assert (stored.attendance, stored.modality) == (Attendance.LATE, Modality.VIDEO)


def test_enter_on_sign_signs_and_enter_on_keep_writing_does_not(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.sign()
    shown = sheet(page)
    back = shown.findChild(QPushButton, "sign_sheet.back")
    assert isinstance(back, QPushButton)
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert not world.workspace.notes.start(session.id).is_signed
    page.sign()
    QTest.keyClick(sheet(page).sign, Qt.Key.Key_Return)
    assert world.workspace.notes.start(session.id).is_signed


def test_enter_after_the_reason_adds_the_addendum_and_throws_nothing_away(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.save_now()
    world.workspace.notes.sign(world.workspace.notes.start(session.id).id)
    page.look_again()
    page.header.addendum.click()
    form = next(form for form in page.findChildren(AddendumForm) if form.isVisible())
    QTest.keyClicks(form.text.edit, "Called back.")
    QTest.keyClick(form.reason.edit, Qt.Key.Key_Return)
    assert form.isVisible()
    QTest.keyClicks(form.reason.edit, "remembered later")
    QTest.keyClick(form.reason.edit, Qt.Key.Key_Return)
    added = world.workspace.notes.start(session.id).addenda
    assert [addendum.text for addendum in added] == ["Called back."]


def test_tab_goes_on_from_the_text_to_the_next_session_and_the_rail(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    page.sections.focus_first()
    passed = []
    for _step in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName() or focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed[:5] == [
        "note.section.data",
        "note.section.assessment",
        "note.section.plan",
        "note.book",
        "note.book_other",
    ]
    assert passed[6].endswith("Goals, 0 to 10")


def test_booking_offers_a_way_back_and_leaves_the_focus_in_the_text(
    page: NotePage, desk: Desk, world: World, session: Session, qtbot: QtBot
) -> None:
    page.open_session(session.id)
    page.foot.book.setFocus()
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        QTest.keyClick(page.foot.book, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.sections.editor("data")
    words, undo = offered.args or ("", None)
    assert words.startswith("Booked: ")
    assert world.workspace.sessions.next_suggestion(session.id).already is not None
    assert callable(undo)
    undo()
    assert world.workspace.sessions.next_suggestion(session.id).already is None


def test_the_last_plan_comes_in_on_a_line_of_its_own(page: NotePage, world: World) -> None:
    client = world.client("Nora K.")
    world.signed(world.held(client, days=-7))
    today = world.planned(client, 0)
    page.open_session(today.id)
    write(page, "data", "Came early.")
    page.template.bring.click()
    assert page.sections.editor("data").text() == "Came early.\nTwice more."
