"""What tests do with the alliance page, by keyboard, and what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.talk_form import TalkForm

DROP = [8, 7, 8, 7, 8, 8, 4]
MARKER = "the letter I had not answered"


def rated(world: World, scores: list[int], name: str = "Maren Tveit") -> Client:
    client = world.client(name)
    for session in world.rated(client, scores):
        world.workspace.measures.record_checkin(session.id, Rater.COUNSELOR, (7, 7, 7, 7))
    return client


def visible_words(page: AlliancePage) -> str:
    return " ".join(label.text() for label in page.words.paragraphs if label.isVisible())


def cell(page: AlliancePage, line: int, place: int) -> str:
    return str(page.table.model.index(line, place).data())


def form_of(page: AlliancePage) -> TalkForm:
    return next(form for form in page.window().findChildren(TalkForm) if form.isVisible())


def record_talk(page: AlliancePage, words: str = "") -> None:
    QTest.keyClick(page.words.talk, Qt.Key.Key_Space)
    form = form_of(page)
    QTest.keyClicks(form.note.edit, words)
    QTest.keyClick(form.note.edit, Qt.Key.Key_Return)


def spoken(page: AlliancePage) -> str:
    """Everything that can be seen or read out on the page."""
    found = []
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            text = getattr(widget, "text", None)
            found += [str(text()) if callable(text) else "", widget.accessibleName(), widget.toolTip()]
    model = page.table.model
    for place in range(model.columnCount()):
        found += [str(model.index(row, place).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]
    found += [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]
    assert any(isinstance(widget, QAbstractButton | QCheckBox) for widget in page.findChildren(QWidget))
    return " ".join(found)
