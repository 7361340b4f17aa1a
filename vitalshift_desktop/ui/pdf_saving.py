"""Saving a page as a PDF: that it is not encrypted, where to, and the file only together with its entry."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.printing.pdf_file import save_pdf
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _

_ENDING: Final = ".pdf"
Made = TypeVar("Made")


def chosen_path(desk: Desk, owner: QWidget, proposed: str) -> Path | None:
    """Where to, once it was said that a PDF is not encrypted; None when it was given up.

    A name without ending gets one, and nothing is written over that was not chosen.
    """
    if not _is_agreed(desk, owner):
        return None
    chosen = desk.dialogs.choose_save_file(owner, _("Save as PDF"), proposed)
    if chosen is None or chosen.suffix.lower() == _ENDING:
        return chosen
    path = chosen.with_name(chosen.name + _ENDING)
    return path if not path.exists() or _may_replace(desk, owner, path) else None


def saved_with_entry(path: Path, hand_out: Callable[[Callable[[bytes], None]], Made]) -> Made:
    """What `hand_out` made; it saves the content it was given to `path`.

    A file whose entry could not be kept does not stay either. Raises what `hand_out` raises, DiskFull or
    FolderIsReadOnly.
    """
    written: list[Path] = []

    def save(content: bytes) -> None:
        save_pdf(path, content)
        written.append(path)

    try:
        return hand_out(save)
    except BaseException:
        for file in written:
            file.unlink(missing_ok=True)
        raise


def _is_agreed(desk: Desk, owner: QWidget) -> bool:
    save = _("Choose where…")
    answer = desk.dialogs.ask(
        owner,
        _("A PDF is not encrypted."),
        _("Whoever has the file can read it. VitalShift logs what was saved, when and for whom."),
        [save, _("Cancel")],
    )
    return answer == save


def _may_replace(desk: Desk, owner: QWidget, path: Path) -> bool:
    replace_it = _("Replace it")
    title = _("There is already a file called {name}.").format(name=path.name)
    return desk.dialogs.ask(owner, title, "", [replace_it, _("Cancel")]) == replace_it
