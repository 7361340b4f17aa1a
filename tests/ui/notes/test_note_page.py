from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.notes import Section, Template
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.ui.agreements.agreements_panel import AgreementsPanel
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goals_panel import GoalsPanel
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel
from vitalshift_desktop.ui.notes.addendum_form import AddendumForm
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.notes.sign_sheet import SignSheet
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> NotePage:
    shown = NotePage(desk, (CheckinPanel(desk), GoalsPanel(desk), AgreementsPanel(desk)))
    qtbot.addWidget(shown)
    shown.resize(1080, 740)
    desk.workspace.events.subscribe(shown.hear)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def session(world: World) -> Session:
    return world.planned(world.client(), 0)


def stored(world: World, session: Session) -> dict[str, str]:
    note = world.workspace.notes.start(session.id)
    return {section.key: section.text for section in note.sections}


def write(page: NotePage, key: str, text: str) -> None:
    editor = page.sections.editor(key)
    editor.setFocus()
    QTest.keyClicks(editor, text)


def sheet(page: NotePage) -> SignSheet:
    return next(form for form in page.findChildren(SignSheet) if form.isVisible())


def test_typing_is_saved_without_asking_and_says_when(
    page: NotePage, world: World, session: Session, qtbot: QtBot
) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    assert page.header.state.text() == "Not saved yet"
    qtbot.waitUntil(lambda: stored(world, session)["data"] == "Walked alone.", timeout=4000)
    assert page.header.state.text().startswith("Saved ")


def test_steady_typing_is_saved_after_two_hundred_characters(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "x" * 200)
    assert len(stored(world, session)["data"]) == 200


def test_undo_survives_saving(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "One.")
    page.save_now()
    editor = page.sections.editor("data")
    editor.undo()
    assert editor.text() != "One."
    page.save_now()
    assert stored(world, session)["data"] == editor.text()


def test_the_cursor_stays_while_saving(page: NotePage, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "One two three")
    editor = page.sections.editor("data")
    QTest.keyClick(editor, Qt.Key.Key_Home)
    page.save_now()
    page.look_again()
    assert editor.textCursor().position() == 0


def test_a_failed_save_keeps_the_text_says_so_and_tries_again(
    page: NotePage, world: World, session: Session, qtbot: QtBot, full_disk: Callable[[bool], None]
) -> None:
    page.open_session(session.id)
    text = "Must not be lost. " * 2000
    full_disk(True)
    page.sections.editor("data").insertPlainText(text)
    page.save_now()
    assert page.header.state.text() == "Could not save. Your text is still here; trying again."
    assert page.sections.editor("data").text() == text
    full_disk(False)
    qtbot.waitUntil(lambda: stored(world, session)["data"] == text, timeout=8000)
    assert page.header.state.text().startswith("Saved ")


@pytest.fixture
def full_disk(desk: Desk) -> Callable[[bool], None]:
    """A drive without room: the database may not grow by a single page, as on a real full drive."""

    def switch(full: bool) -> None:
        for _connection in range(2):
            with desk.workspace.vault.write() as work:
                connection = work.meta._session.connection()
                pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
                connection.exec_driver_sql(f"PRAGMA max_page_count={pages if full else 1_000_000}")

    return switch


def test_signing_shows_what_is_locked_and_what_is_missing_then_locks(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.sign()
    form = sheet(page)
    words = " ".join(label.text() for label in form.findChildren(type(page.header._name)))
    assert "2 words under Data" in words
    assert "Plan is empty." in words
    QTest.keyClick(form.sign, Qt.Key.Key_Space)
    assert world.workspace.notes.start(session.id).is_signed
    assert page.sections.editor("data").isReadOnly()
    assert not page.header.sign.isVisible()


def test_a_signed_note_takes_no_more_typing(page: NotePage, world: World, session: Session) -> None:
    world.signed(session)
    page.open_session(session.id)
    before = page.sections.editor("data").text()
    QTest.keyClicks(page.sections.editor("data"), "more")
    page.save_now()
    assert page.sections.editor("data").text() == before == stored(world, session)["data"]


def test_an_empty_note_is_not_signed_and_says_why(page: NotePage, desk: Desk, world: World, session: Session) -> None:
    told: list[object] = []
    desk.wishes.trouble.connect(told.append)
    page.open_session(session.id)
    page.sign()
    sheet(page).sign.click()
    assert [type(problem).__name__ for problem in told] == ["NoteIsEmpty"]
    assert not world.workspace.notes.start(session.id).is_signed


def test_an_addendum_needs_a_reason_and_stands_below_the_signed_text(
    page: NotePage, world: World, session: Session
) -> None:
    world.signed(session)
    page.open_session(session.id)
    page.header.addendum.click()
    form = page.findChild(AddendumForm)
    assert isinstance(form, AddendumForm)
    QTest.keyClicks(form.text.edit, "Called her sister.")
    form.save.click()
    assert form.reason.error
    QTest.keyClicks(form.reason.edit, "remembered later")
    form.save.click()
    note = world.workspace.notes.start(session.id)
    assert [(one.text, one.reason) for one in note.addenda] == [("Called her sister.", "remembered later")]


def test_another_template_keeps_every_word(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "Data words.")
    write(page, "assessment", "Assessment words.")
    menu = page.template.button.menu()
    next(action for action in menu.actions() if action.text() == "Free text").trigger()
    note = world.workspace.notes.start(session.id)
    assert note.template is Template.FREE
    assert "Data words." in note.section("text")
    assert "Assessment words." in note.section("text")


def test_text_saved_elsewhere_meanwhile_is_kept_beside_what_was_typed_here(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    note = world.workspace.notes.start(session.id)
    write(page, "data", "Typed here.")
    other = (Section("data", "Typed there."), Section("assessment"), Section("plan"))
    world.workspace.notes.save_draft(note.id, other, base_version=note.version)
    page.save_now()
    assert stored(world, session)["data"] == "Typed there.\n\nTyped here."


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
