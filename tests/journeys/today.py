"""The home page: the day, its sessions and what comes next."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.journeys.hands import await_part, click, find, press, until, windows
from vitalshift_desktop.ui.home.session_item import SessionItem


class Today:
    """What the counselor sees and begins on the home page."""

    def go(self) -> None:
        """Go there by key."""
        press("Ctrl+1")
        await_part("today")

    def title(self) -> str:
        """The day as the page calls it."""
        return await_part("today.title", QLabel).text()

    def next_session(self) -> str:
        """The words on the primary button."""
        return await_part("today.start", QPushButton).accessibleName()

    def start_note(self) -> None:
        """Start the note of the session that has the primary button, by Enter."""
        until(lambda: await_part("today.next").hasFocus() or await_part("today.start").hasFocus(), "the next session")
        press("Return")
        await_part("note.section.data")

    def finish_note(self, name: str) -> None:
        """Open the note of this client's session of the day."""
        click(until(lambda: self._way_into_note(name), f"the note of {name}"))
        await_part("note.section.data")

    def names(self) -> list[str]:
        """Whose sessions stand on the page, from top to bottom."""
        return [item.line.client.name for item in self._items()]

    def _way_into_note(self, name: str) -> QWidget | None:
        ids = [item.line.session.id for item in self._items() if item.line.client.name == name]
        buttons = (find(f"today.note.{session_id}") for session_id in ids)
        return next((button for button in buttons if button is not None), find("today.start"))

    def _items(self) -> list[SessionItem]:
        items = [item for window in windows() for item in window.findChildren(SessionItem) if item.isVisible()]
        return sorted(items, key=lambda item: item.mapToGlobal(item.rect().topLeft()).y())
