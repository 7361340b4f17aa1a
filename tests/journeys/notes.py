"""The session note and the check-in beside it."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.journeys.hands import await_part, click, fill, find, press, type_text, until
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.save_state import SaveState

SECTIONS = ("data", "assessment", "plan")


class Note:
    """The note of one session."""

    def start_unplanned(self) -> None:
        """Start a session that was not planned with the client at hand."""
        press("Ctrl+N")
        self.await_open()

    def await_open(self) -> None:
        """Wait until a note is open."""
        await_part("note.section.data")

    def write(self, section: str, text: str) -> None:
        """Write under a heading, by key events."""
        editor = await_part(f"note.section.{section}", ProseEditor)
        if not editor.hasFocus():
            click(editor)
            until(editor.hasFocus, f"the caret under {section}")
            press("Ctrl+End")
        type_text(text)

    def texts(self) -> dict[str, str]:
        """What stands under the headings that are shown."""
        found = {name: find(f"note.section.{name}", ProseEditor) for name in SECTIONS}
        return {name: editor.text() for name, editor in found.items() if editor is not None}

    def save(self) -> None:
        """Save now, by key, and see that it is saved."""
        press("Ctrl+S")
        self.await_saved()

    def await_saved(self) -> None:
        """Wait until the note says when it was saved."""
        until(lambda: self.state().startswith("Saved"), "the note to be saved")

    def state(self) -> str:
        """Whether the note says that it is saved."""
        return await_part("note.state", SaveState).text()

    def go_back_to_text(self) -> None:
        """Go from the check-in back to the note."""
        click(await_part("note.section.data", ProseEditor))

    def ask_to_sign(self) -> QWidget:
        """Open the signing sheet by key."""
        press("Ctrl+Return")
        return await_part("sign_sheet")

    def sign(self) -> None:
        """Sign by keys, and see the signature line."""
        self.ask_to_sign()
        press("Ctrl+Return")
        await_part("note.signed")

    def signature(self) -> str:
        """The line that says when it was signed, empty before."""
        line = find("note.signed")
        return line.findChildren(QLabel)[-1].text() if line is not None else ""

    def add_addendum(self, text: str, reason: str) -> None:
        """Add to the signed note."""
        click(await_part("note.addendum", QPushButton))
        fill(await_part("addendum.text"), text)
        fill(await_part("addendum.reason"), reason)
        click(await_part("addendum.save", QPushButton))
        await_part("note.addendum_text")


class CheckIn:
    """The session check-in beside the note, by digits."""

    def go(self) -> None:
        """Go there by key."""
        press("Ctrl+Shift+C")
        until(lambda: _has_focus("checkin.you") or _has_focus("checkin.client"), "the focus in the check-in")

    def rate(self, mine: str, theirs: str) -> None:
        """Type both rows as digits; the client's opens by itself after the counselor's."""
        self.go()
        type_text(mine)
        until(lambda: _has_focus("checkin.client"), "the client's row")
        type_text(theirs)
        until(lambda: self.score("client"), "the client's score")

    def score(self, who: str) -> str:
        """The score of a row as it is shown: your or client."""
        label = find(f"checkin.{who}_score", QLabel)
        return label.text() if label is not None else ""

    def numbers(self, who: str) -> tuple[int | None, ...]:
        """The numbers of a row: you or client."""
        return await_part(f"checkin.{who}", NumberRow).values


def _has_focus(name: str) -> bool:
    row = find(name, NumberRow)
    return row is not None and any(cell.hasFocus() for cell in row.cells)
