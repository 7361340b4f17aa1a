"""The menu of an editor: other spellings of the word below the mouse, then cut, copy, paste."""

from functools import partial

from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTextEdit

from vitalshift_desktop.ui.widgets.prose_help import prose_help
from vitalshift_desktop.ui.widgets.prose_offers import ProseOffers
from vitalshift_desktop.ui.widgets.spell_marks import SpellMarks
from vitalshift_desktop.ui.widgets.spell_waves import Mark
from vitalshift_desktop.words import _


def prose_menu(editor: QTextEdit, spelling: SpellMarks, offers: ProseOffers, event: QContextMenuEvent) -> QMenu:
    """The menu for a place; it deletes itself when it is closed."""
    menu = editor.createStandardContextMenu()
    menu.setObjectName("prose.menu")
    place = editor.textCursor()
    if event.reason() == QContextMenuEvent.Reason.Mouse:
        place = editor.cursorForPosition(event.pos())
    mark = spelling.mark_at(place.position())
    if mark is not None:
        _add_spellings(menu, mark, spelling, offers)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add_spellings(menu: QMenu, mark: Mark, spelling: SpellMarks, offers: ProseOffers) -> None:
    speller = prose_help().speller
    first = menu.actions()[0] if menu.actions() else None
    added: list[QAction] = []
    for word in speller.suggestions(mark.word) if speller is not None else ():
        added.append(QAction(word.replace("&", "&&"), menu))
        added[-1].triggered.connect(partial(offers.replace, mark, word))
    keep = QAction(_("Add “{word}” to my words").format(word=mark.word), menu)
    keep.triggered.connect(partial(prose_help().keep_word, mark.word))
    ignore = QAction(_("Ignore in this text"), menu)
    ignore.triggered.connect(partial(spelling.ignore, mark.word))
    line = QAction(menu)
    line.setSeparator(True)
    for action in (*added, keep, ignore, line):
        menu.insertAction(first, action) if first is not None else menu.addAction(action)
