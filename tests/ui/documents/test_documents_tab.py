from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.documents.scans import file, pdf, png
from vitalshift_desktop.domain.attachments import LARGEST_BYTES
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.document_form import DocumentForm
from vitalshift_desktop.ui.documents.documents_panel import DocumentsPanel
from vitalshift_desktop.ui.documents.documents_tab import DocumentsTab
from vitalshift_desktop.ui.event_bridge import EventBridge

_MODIFIERS = Qt.KeyboardModifier.NoModifier


def words(tab: DocumentsTab) -> list[str]:
    model = tab.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def add(qtbot: QtBot, tab: DocumentsTab, *paths: Path) -> None:
    with qtbot.waitSignal(tab.adding.reading.ended):
        tab.adding.add(paths)


def test_an_empty_page_says_what_will_be_here_and_leads_there(
    qtbot: QtBot, tab: DocumentsTab, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    assert tab.nothing.isVisible()
    dialogs.next_answer(file(tmp_path, "consent.pdf", pdf()))
    with qtbot.waitSignal(tab.adding.reading.ended):
        QTest.mouseClick(tab.nothing.button, Qt.MouseButton.LeftButton)
    assert words(tab) == ["consent.pdf"]
    assert tab.count() == 1


def test_files_dropped_on_the_page_are_added(qtbot: QtBot, tab: DocumentsTab, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(file(tmp_path, name, made))) for name, made in (("a.pdf", pdf()), ("b.png", png()))]
    )
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _MODIFIERS)
    tab.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _MODIFIERS)
    with qtbot.waitSignal(tab.adding.reading.ended):
        tab.dropEvent(drop)
    assert sorted(words(tab)) == ["a.pdf", "b.png"]


def test_a_web_address_is_not_taken_for_a_file(tab: DocumentsTab) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/scan.pdf")])
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _MODIFIERS)
    enter.ignore()
    tab.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_each_file_that_cannot_be_kept_is_named_with_its_reason_and_the_others_are_added(
    qtbot: QtBot, tab: DocumentsTab, tmp_path: Path
) -> None:
    large = tmp_path / "film.pdf"
    with large.open("wb") as sparse:
        sparse.truncate(300_000_000)
    paths = (
        file(tmp_path, "good.pdf", pdf()),
        file(tmp_path, "letter.docx", b"PK\x03\x04" + bytes(40)),
        file(tmp_path, "nothing.pdf", b""),
        file(tmp_path, "half.pdf", pdf()[:200]),
        file(tmp_path, "half.png", png()[:30]),
        tmp_path / "gone.pdf",
        large,
    )
    add(qtbot, tab, *paths)
    assert words(tab) == ["good.pdf"]
    told = tab.adding.refused._words.text()
    assert [line.partition(":")[0] for line in told.splitlines()] == [path.name for path in paths[1:]]
    assert f"300 MB; an attachment may have {LARGEST_BYTES // 10**6}" in told
    assert "damaged" in told.splitlines()[2]
    assert tab.adding.refused.isVisible()
    QTest.mouseClick(tab.adding.refused.button, Qt.MouseButton.LeftButton)
    assert not tab.adding.refused.isVisible()


def test_while_names_are_shortened_no_refused_file_is_named(
    qtbot: QtBot, desk: Desk, tab: DocumentsTab, tmp_path: Path
) -> None:
    broken = file(tmp_path, "Maren Tamm.pdf", b"%PDF-1.7 broken")
    add(qtbot, tab, broken)
    assert "Maren" in tab.adding.refused._words.text()
    desk.privacy.set_on(True)
    assert not tab.adding.refused.isVisible()
    add(qtbot, tab, broken)
    assert tab.adding.refused.isVisible()
    assert "Maren" not in tab.adding.refused._words.text()


def test_a_picture_that_calls_itself_a_pdf_is_kept_as_the_picture_it_is(
    qtbot: QtBot, tab: DocumentsTab, tmp_path: Path
) -> None:
    add(qtbot, tab, file(tmp_path, "scan.pdf", png()))
    assert str(tab.table.model().index(0, 2).data()) == "Picture"


def test_by_keyboard_a_document_is_opened_removed_and_put_back(
    qtbot: QtBot, desk: Desk, tab: DocumentsTab, world: World, client: Client, tmp_path: Path
) -> None:
    add(qtbot, tab, file(tmp_path, "a.pdf", pdf()), file(tmp_path, "b.png", png()))
    tab.focus_first()
    with qtbot.waitSignal(desk.wishes.document) as wish:
        QTest.keyClick(tab.table, Qt.Key.Key_Return)
    newest = world.workspace.attachments.of_client(client.id)[0]
    assert wish.args == [newest.id]
    with qtbot.waitSignal(desk.wishes.undo_offered) as offer:
        QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert words(tab) == ["a.pdf"]
    assert offer.args is not None
    offer.args[1]()
    assert words(tab) == ["b.png", "a.pdf"]


def test_a_document_can_be_renamed_and_the_change_taken_back(
    qtbot: QtBot, desk: Desk, tab: DocumentsTab, world: World, client: Client
) -> None:
    added = world.workspace.attachments.add(client.id, "scan0001.pdf", pdf())
    form = DocumentForm(desk, added.id, tab)
    form.open_from(tab.table)
    QTest.keyClicks(form.name.edit, "Consent, signed")
    with qtbot.waitSignal(desk.wishes.undo_offered) as offer:
        QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert words(tab) == ["Consent, signed"]
    assert offer.args is not None
    offer.args[1]()
    assert words(tab) == ["scan0001.pdf"]


def test_while_names_are_shortened_no_name_of_a_document_is_shown(
    desk: Desk, tab: DocumentsTab, world: World, client: Client
) -> None:
    world.workspace.attachments.add(client.id, "Maren to court.pdf", pdf())
    desk.privacy.set_on(True)
    assert words(tab) == ["PDF"]


def test_files_hang_on_the_note_until_it_is_signed(
    qtbot: QtBot, desk: Desk, world: World, client: Client, tmp_path: Path
) -> None:
    session = world.held(client, -1)
    note = world.written(session)
    panel = DocumentsPanel(desk)
    qtbot.addWidget(panel)
    bridge = EventBridge(desk.workspace.events, panel)
    bridge.changed.connect(panel.hear)
    panel.show_session(session.id)
    with qtbot.waitExposed(panel):
        panel.show()
    with qtbot.waitSignal(panel.adding.reading.ended):
        panel.adding.add((file(tmp_path, "drawing.png", png()),))
    assert [row.text() for row in panel.rows] == ["drawing.png"]
    world.workspace.notes.sign(note.id)
    assert not panel.add.isVisible()
    assert not panel.acceptDrops()
    with qtbot.waitSignal(panel.adding.reading.ended):
        panel.adding.add((file(tmp_path, "late.png", png(10, 10)),))
    assert "signed" in panel.adding.refused._words.text()
    assert [one.name for one in world.workspace.attachments.of_note(note.id)] == ["drawing.png"]
    bridge.close()


def test_reading_in_can_be_stopped(qtbot: QtBot, tab: DocumentsTab, tmp_path: Path) -> None:
    paths = tuple(file(tmp_path, f"{number}.png", png(10 + number, 10)) for number in range(40))
    with qtbot.waitSignal(tab.adding.reading.ended) as ended:
        tab.adding.add(paths)
        tab.adding.reading.stop()
    assert ended.args is not None
    assert ended.args[0].added < len(paths)
    assert not tab.adding.work.isVisible()


@pytest.mark.parametrize("data", [pdf(1), png()])
def test_the_same_file_twice_is_told_and_kept_once(
    qtbot: QtBot, tab: DocumentsTab, tmp_path: Path, data: bytes
) -> None:
    path = file(tmp_path, "form.pdf", data)
    add(qtbot, tab, path)
    add(qtbot, tab, path)
    assert words(tab) == ["form.pdf"]
    assert "already" in tab.adding.refused._words.text()
