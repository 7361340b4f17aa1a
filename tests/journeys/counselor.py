"""The counselor: what one person does with the app and reads in it, in their own words."""

from pathlib import Path

from tests.journeys.clients import Clients
from tests.journeys.computer import Computer
from tests.journeys.door import Door
from tests.journeys.hands import press, until
from tests.journeys.notes import CheckIn, Note
from tests.journeys.paper import Summary
from tests.journeys.reminders import Reminders
from tests.journeys.today import Today


class Counselor:
    """One person at one computer."""

    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self.door = Door(computer)
        self.today = Today()
        self.clients = Clients()
        self.note = Note()
        self.checkin = CheckIn()
        self.reminders = Reminders()
        self.summary = Summary(computer)

    def lock(self) -> None:
        """Lock by key and wait for the unlock page of a fresh start."""
        before = self.computer.starts
        press("Ctrl+L")
        until(lambda: self.computer.starts > before, "a fresh start")
        until(lambda: self.computer.app.workspace is None, "a closed vault")

    def save_summary(self, file: Path) -> str:
        """Preview the summary of the client at hand by key, and save it as PDF; gives the sentence that says so."""
        press("Ctrl+P")
        self.summary.await_pages()
        return self.summary.save(file)
