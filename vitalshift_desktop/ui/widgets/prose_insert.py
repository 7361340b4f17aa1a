"""Foreign text, such as from the clipboard, on its way into an editor of the record."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from vitalshift_desktop.domain.typed_text import LONGEST_TEXT, cleaned, has_room
from vitalshift_desktop.words import _, ngettext

Say = Callable[[str, str, str], object]


def insert_foreign(cursor: QTextCursor, text: str, say: Say) -> None:
    """Put it in as plain text, whole or not at all; what is taken out or refused is said. One step to undo."""
    replaced = cursor.selectionEnd() - cursor.selectionStart()
    if not has_room(cursor.document().characterCount() - 1, replaced, len(text)):
        say("warning-circle", _refused(len(text)), "attn")
        return
    fit = cleaned(text)
    cursor.insertText(fit.text)
    if fit.removed:
        say("info", _taken_out(fit.removed), "text2")


def _refused(length: int) -> str:
    words = _(
        "What you pasted has {n} characters; one text holds {most}. Nothing was put in, and your text is as it was. "
        "Paste a part of it, or keep it as a document of the client."
    )
    return words.format(n=f"{length:,}", most=f"{LONGEST_TEXT:,}")


def _taken_out(removed: int) -> str:
    words = ngettext(
        "{n} character that cannot be seen was left out of what you pasted. Everything else is there.",
        "{n} characters that cannot be seen were left out of what you pasted. Everything else is there.",
        removed,
    )
    return words.format(n=removed)
