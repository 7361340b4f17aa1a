"""Lists by keyboard: what Enter and Tab do inside a line that is an item of a list."""

from PySide6.QtGui import QTextBlock, QTextCursor

from vitalshift_desktop.domain.plain_lists import STEP, Item, item_in, next_beginning, steps_out


def new_line(cursor: QTextCursor) -> None:
    """Begin a line; behind an item of a list the next item, behind an empty one no more. One step to undo."""
    item = _item_at(cursor)
    cursor.beginEditBlock()
    if item is None:
        cursor.insertBlock()
    elif not item.words.strip():
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.insertBlock()
        cursor.insertText(next_beginning(item))
    cursor.endEditBlock()


def move_items(cursor: QTextCursor, *, inward: bool) -> bool:
    """Move the items that the cursor or its selection touches one level in or out; False where there are none."""
    blocks = [(block, item) for block in _blocks(cursor) if (item := item_in(block.text())) is not None]
    if not inward:
        blocks = [(block, item) for block, item in blocks if steps_out(item)]
    if not blocks:
        return False
    cursor.beginEditBlock()
    for block, item in blocks:
        edit = QTextCursor(block)
        if inward:
            edit.insertText(STEP)
        else:
            edit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, steps_out(item))
            edit.removeSelectedText()
    cursor.endEditBlock()
    return True


def _item_at(cursor: QTextCursor) -> Item | None:
    """The item whose words the caret stands in; None where text is selected."""
    item = None if cursor.hasSelection() else item_in(cursor.block().text())
    return item if item is not None and cursor.positionInBlock() >= item.beginning else None


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    return found
