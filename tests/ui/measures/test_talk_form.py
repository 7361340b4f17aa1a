from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.services.world import World
from tests.ui.measures.pages import DROP, MARKER, form_of, rated, record_talk, visible_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage


def test_talked_through_is_recorded_with_its_words_and_can_be_undone(
    page: AlliancePage, world: World, desk: Desk
) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    offers: list[tuple[str, Callable[[], object]]] = []
    desk.wishes.undo_offered.connect(lambda words, undo: offers.append((words, undo)))  # gone with the desk
    record_talk(page, MARKER)
    entry = world.workspace.alliance.course(client.id).points[6].talked_through
    assert entry is not None
    assert entry.note == MARKER
    assert "talked through in session 7" in visible_words(page)
    assert page.words.note.words() == MARKER
    assert not page.words.talk.isVisible()
    assert offers[0][0] == "Talked through is recorded."
    offers[0][1]()
    assert world.workspace.alliance.course(client.id).points[6].talked_through is None
    assert page.words.talk.isVisible()


def test_a_talk_can_be_taken_back_and_put_back(page: AlliancePage, world: World, desk: Desk) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    record_talk(page, MARKER)
    offers: list[Callable[[], object]] = []
    desk.wishes.undo_offered.connect(lambda _words, undo: offers.append(undo))  # gone with the desk
    QTest.keyClick(page.words.take_back, Qt.Key.Key_Space)
    assert world.workspace.alliance.course(client.id).points[6].talked_through is None
    offers[-1]()
    entry = world.workspace.alliance.course(client.id).points[6].talked_through
    assert entry is not None
    assert entry.note == MARKER


def test_what_cannot_be_recorded_is_said_in_the_form_and_nothing_is_lost(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    QTest.keyClick(page.words.talk, Qt.Key.Key_Space)
    form = form_of(page)
    QTest.keyClicks(form.note.edit, MARKER)
    session = world.workspace.alliance.course(client.id).points[6].session_id
    world.workspace.alliance.talk_through(client.id, session)
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    assert form.isVisible()
    error = form.findChild(QWidget, "talk.error")
    assert isinstance(error, QWidget)
    assert error.isVisible()
    assert form.note.text() == MARKER
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_without_a_mark_there_is_nothing_to_talk_through(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, [7, 8, 7]).id)
    assert not page.words.talk.isVisible()
    assert not page.words.take_back.isVisible()
    assert "The usual range appears after six." in visible_words(page)
