from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.services.world import World
from tests.ui.documents.scans import pdf, png
from vitalshift_desktop.domain.attachments import AttachmentKind
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.problems import AttachmentNotOpening
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.document_page import DocumentPage
from vitalshift_desktop.ui.documents.leaves import LETTERS, LINES, leaf, leaves_of, text_pages
from vitalshift_desktop.ui.documents.pdf_file import WIDEST

Shown = Callable[[str, bytes], DocumentPage]


def settled(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.background.is_busy)


def test_the_pages_of_a_pdf_are_turned_by_keyboard(qtbot: QtBot, desk: Desk, shown: Shown) -> None:
    page = shown("form.pdf", pdf(3))
    assert page.place.text() == "Page 1 of 3"
    first = page.view.page._image.copy()
    assert first.width() > 400
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.place.text() == "Page 1 of 3"
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    settled(qtbot, desk)
    qtbot.waitUntil(lambda: page.view.page._image != first)
    assert page.place.text() == "Page 2 of 3"
    assert page.view.page.accessibleName() == "Page 2 of 3"


def test_a_page_can_be_made_larger(qtbot: QtBot, desk: Desk, shown: Shown) -> None:
    page = shown("form.pdf", pdf(1))
    before = page.view.page.width()
    QTest.keyClick(page, Qt.Key.Key_Plus)
    settled(qtbot, desk)
    qtbot.waitUntil(lambda: page.view.page.width() > before)


def test_a_picture_is_shown_in_its_own_colors_and_hatched_while_names_are_shortened(
    qtbot: QtBot, desk: Desk, shown: Shown
) -> None:
    page = shown("drawing.png", png(300, 200))
    blue = QColor("#1b5a78")
    assert page.view.page.grab().toImage().pixelColor(150, 100) == blue
    desk.privacy.set_on(True)
    covered = page.view.page.grab().toImage()
    assert not any(covered.pixelColor(x, y) == blue for x in range(0, 300, 7) for y in range(0, 200, 7))
    assert "drawing" not in page.name.text()
    assert "Maren" not in page.name.text()


def test_a_text_is_read_as_words_of_the_record(shown: Shown) -> None:
    page = shown("letter.txt", "Liebe Grüße\nund <b>danke</b>".encode())
    assert page.view.words.words() == "Liebe Grüße\nund <b>danke</b>"
    assert not page.larger.isVisible()


def test_a_long_text_is_read_page_by_page_and_nothing_of_it_is_left_out(shown: Shown) -> None:
    page = shown("log.txt", b"line\n" * 900)
    assert page.place.text() == "Page 1 of 3"
    read = []
    for _page in range(3):
        read.append(page.view.words.words())
        QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert "".join(read) == "line\n" * 900


@pytest.mark.parametrize("text", ["", "short", "ä" * 100_000, "line\r\n" * 3_000, ("word " * 3_000 + "\n") * 5])
def test_no_page_of_a_text_is_too_long_for_the_screen(text: str) -> None:
    pages = text_pages(text)
    assert "".join(pages) == text
    assert all(len(page) <= LETTERS and len(page.splitlines()) <= LINES for page in pages)
    assert len(pages) <= 2 * len(text) // LETTERS + len(text.splitlines()) // LINES + 1


@pytest.mark.parametrize("box", [b"0 0 0.001 1000000", b"0 0 1 200000", b"0 0 200000 1"])
def test_a_page_as_thin_as_a_hair_takes_no_more_memory_than_another(box: bytes) -> None:
    bomb = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    bomb += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]>>endobj trailer<</Root 1 0 R>>"
    picture = leaf(bomb, AttachmentKind.PDF, 0, 1_200)
    assert max(picture.width(), picture.height()) <= WIDEST + 1


def test_leaving_the_page_forgets_what_was_shown(shown: Shown) -> None:
    page = shown("drawing.png", png())
    page.hide()
    assert page.view.page._image.isNull()
    assert page._opened is None


def test_each_look_is_in_the_audit_trail(world: World, client: Client, shown: Shown) -> None:
    shown("drawing.png", png())
    with world.workspace.vault.read() as work:
        acts = work.meta._session.execute(text("SELECT what, obj FROM audit ORDER BY id DESC LIMIT 1")).one()
    assert tuple(acts) == (AuditAct.ATTACHMENT_VIEWED.value, "attachment:1")


def test_what_was_changed_behind_the_apps_back_is_told_and_not_shown(
    qtbot: QtBot, world: World, client: Client, shown: Shown
) -> None:
    page = shown("drawing.png", png())
    page.hide()
    with world.workspace.vault.write() as work:
        work.meta._session.execute(text("DROP TRIGGER attachment_part_no_update"))
        work.meta._session.execute(text("UPDATE attachment_part SET data = x'00'"))
    page.open_attachment(world.workspace.attachments.of_client(client.id)[0].id)
    page.show()
    qtbot.waitUntil(lambda: "byte for byte" in page.state.text())
    assert not page.view.isVisible()


def test_a_pdf_with_a_password_and_a_broken_one_are_told_apart() -> None:
    with pytest.raises(AttachmentNotOpening) as broken:
        leaves_of(b"%PDF-1.7 and nothing more")
    assert not broken.value.wants_password


def test_nothing_is_written_beside_the_vault_while_a_document_is_looked_at(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    shown("form.pdf", pdf(2, "Quittenmarmelade"))
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert not [path for path in new if b"Quittenmarmelade" in path.read_bytes() or b"%PDF" in path.read_bytes()]
