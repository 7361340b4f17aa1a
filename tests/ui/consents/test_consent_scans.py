from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from tests.ui.consents.consents_on_page import Consented, words
from vitalshift_desktop.domain.problems import FileNotReadable
from vitalshift_desktop.ui.consents.withdraw_form import ScanForm


def dropped(onto: QWidget, at: QPoint, file: Path) -> bool:
    """Drag a file there and let it go, where it is taken; gives whether it was."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(onto, QDragEnterEvent(at, *how))
    move = QDragMoveEvent(at, *how)
    QApplication.sendEvent(onto, move)
    if move.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(QPointF(at), *how))
    return move.isAccepted()


def test_a_file_dropped_on_a_consent_is_a_document_and_its_scan_in_one_act(
    consented: Consented, tmp_path: Path, qtbot: QtBot
) -> None:
    given = consented.given()
    scan = tmp_path / "signed.txt"
    scan.write_bytes(b"signed")
    QApplication.processEvents()
    page = consented.page
    row = page.findChild(QWidget, "consents.kinds.therapy")
    assert row is not None
    at = row.mapTo(page, QPoint(20, row.height() // 2))
    assert not dropped(page, QPoint(at.x(), page.height() - 2), scan)
    assert dropped(page, at, scan)
    qtbot.waitUntil(lambda: consented.consents.get(given.id).scan_id is not None)
    (kept,) = consented.world.workspace.attachments.of_client(consented.client.id)
    assert (consented.consents.get(given.id).scan_id, kept.name) == (kept.id, "signed.txt")
    qtbot.waitUntil(lambda: "with its scan" in words(page.consents))


def test_a_file_is_chosen_where_the_scan_is_linked_and_one_that_is_there_already_is_used(
    consented: Consented, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    given = consented.given()
    there = consented.world.workspace.attachments.add(consented.client.id, "signed.txt", b"signed")
    (tmp_path / "again.txt").write_bytes(b"signed")
    consented.act("consents.kinds.therapy", "Link the scan…")
    form = consented.form(ScanForm)
    dialogs.next_answer(tmp_path / "again.txt")
    with qtbot.waitSignal(form.saved):
        form.file.click()
    assert consented.consents.get(given.id).scan_id == there.id
    assert len(consented.world.workspace.attachments.of_client(consented.client.id)) == 1


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_linked(
    consented: Consented, tmp_path: Path, qtbot: QtBot
) -> None:
    given = consented.given()
    told: list[object] = []
    consented.desk.wishes.trouble.connect(told.append)
    consented.page._files.take(given.id, (tmp_path / "gone.pdf",))
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], FileNotReadable)
    assert consented.consents.get(given.id).scan_id is None
