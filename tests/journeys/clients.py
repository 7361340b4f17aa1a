"""Clients, their goals and agreements, and their alliance, as the counselor works with them."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QTableView, QWidget

from tests.journeys.hands import (
    await_button,
    await_part,
    await_words,
    choose,
    click,
    fill,
    find,
    press,
    type_text,
    until,
)
from vitalshift_desktop.ui.widgets.switcher import Switcher
from vitalshift_desktop.ui.widgets.tab_row import TabRow


class Clients:
    """The list of clients and what belongs to the one who is open."""

    def add(self, name: str, *, code: str = "", pronouns: str = "", presenting: str = "") -> None:
        """Add a client by key and wait until the record is open."""
        press("Ctrl+Shift+N")
        form = await_part("client_form")
        until(editor("client_form.preferred_name").hasFocus, "the focus in the name")
        type_text(name)
        fill(await_part("client_form.code"), code)
        fill(await_part("client_form.pronouns"), pronouns)
        fill(await_part("client_form.presenting"), presenting)
        click(await_part("client_form.save", QPushButton))
        until(lambda: find("client_form") is not form, "the form to close")
        self.await_open(name)

    def open(self, name: str) -> None:
        """Go to a client by the switcher."""
        press("Ctrl+K")
        until(lambda: isinstance(QApplication.activeModalWidget(), Switcher), "the switcher")
        type_text(name)
        press("Return")
        self.await_open(name)

    def await_open(self, name: str) -> None:
        """Wait until the record of this client is open."""
        until(lambda: name in _text("client.name"), f"the record of {name}")

    def go_to(self, tab: str) -> None:
        """Go to a tab of the open client, by keys."""
        tabs = await_part("client.tabs", TabRow)
        for _step in range(tabs.count()):
            if tabs.current_key() == tab:
                return
            press("Ctrl+Tab")
        assert tabs.current_key() == tab, f"{tab} is not a tab"

    def agree_goal(self, words: str, short: str) -> None:
        """Agree a goal in the client's words."""
        self.go_to("goals")
        click(_either("client.goals.add", "client.goals.add_first"))
        fill(await_part("goal.words"), words)
        fill(await_part("goal.short"), short)
        click(await_part("goal.save", QPushButton))
        await_words(short)

    def alliance_table(self) -> dict[str, list[str]]:
        """The numbers under the chart, row by row under their names."""
        self.go_to("alliance")
        model = await_part("alliance.table", QTableView).model()
        columns = range(model.columnCount())
        names = ("day", "client", "you", "gap")
        return {
            name: [str(model.index(row, column).data() or "") for column in columns] for row, name in enumerate(names)
        }

    def list_of_names(self) -> list[str]:
        """The names in the list."""
        model = await_part("clients.list", QListView).model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def plan_session(self, day: str, at: str) -> None:
        """Plan a session with the open client."""
        self.go_to("sessions")
        click(await_button("Plan a session…"))
        form = await_part("session_form")
        fill(await_part("plan.day"), day)
        fill(await_part("plan.time"), at)
        click(await_part("plan.save", QPushButton))
        until(lambda: find("session_form") is not form, "the form to close")


def editor(name: str) -> QLineEdit:
    """The line to type in of this field."""
    return await_part(name).findChildren(QLineEdit)[0]


def choose_in(name: str, words: str) -> None:
    """Take the choice with these words."""
    choose(await_part(name), words)


def _either(*names: str) -> QWidget:
    return until(lambda: next((part for name in names if (part := find(name)) is not None), None), " or ".join(names))


def _text(name: str) -> str:
    label = find(name, QLabel)
    return label.text() if label is not None else ""
