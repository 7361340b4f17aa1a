"""What tests do with the page of a note."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.services.world import World
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.notes.sign_sheet import SignSheet


def stored(world: World, session: Session) -> dict[str, str]:
    note = world.workspace.notes.start(session.id)
    return {section.key: section.text for section in note.sections}


def write(page: NotePage, key: str, text: str) -> None:
    editor = page.sections.editor(key)
    editor.setFocus()
    QTest.keyClicks(editor, text)


def words_of(owner: QWidget, place: str) -> str:
    """The words of a part that is shown, "" where it is not."""
    QApplication.processEvents()  # what was added last is laid out only now
    part = owner.findChild(QWidget, place)
    if not isinstance(part, QWidget) or not part.isVisibleTo(owner):
        return ""
    return part.text() if isinstance(part, QLabel) else part.accessibleName()


def sheet(page: NotePage) -> SignSheet:
    return next(form for form in page.findChildren(SignSheet) if form.isVisible())
