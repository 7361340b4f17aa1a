"""A tour of the real app on the sample practice, without a screen: `python -m tests.journeys.tour build/tour`.

Driven by real key and mouse events; leaves a picture of each screen and the PDF in the folder.
"""

import os
import sys

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "America/New_York"
os.environ["LANGUAGE"] = "en"

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from tests.journeys.computer import Computer
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, await_words, click, pick, press, type_text, until, words_on_screen
from tests.journeys.pictures import Look, Pictures
from tests.journeys.tour_of_clients import MAREN, TourOfClients
from tests.journeys.tour_of_handover import TourOfHandover
from tests.journeys.vault_page import TABS, damage
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.vault.keys.key_slots import KdfCost

DATA = (
    "Maren went to the supermarket on Tuesday at ten, as agreed, and stayed until the fear had halved. "
    "She counted aisles instead of exits. At the till her heart raced and she let it."
)
ASSESSMENT = "She trusts the curve of the fear more than last week; the plan is hers now."
PLAN = "The same shop on a Saturday, when it is fuller. She tells her sister beforehand."
REMINDER = "Ask how the Saturday went"
ONES_OWN, CLIENTS_OWN = "8877", "8979"


class Tour:
    """The steps in their order; each says what was expected if it was not so."""

    def __init__(self, folder: Path, home: Path, look: Look) -> None:
        self._folder = folder
        self._look = look
        self._pictures = Pictures(folder, look)
        self._computer = Computer(home, cost=KdfCost.floor())
        self._counselor = Counselor(self._computer)
        self._clients = TourOfClients(self._computer, self._counselor, self._pictures)
        self._handover = TourOfHandover(self._computer, self._counselor, self._pictures)
        self._failures: list[str] = []
        self._passphrase = ""
        sys.excepthook = self._on_error

    def run(self) -> int:
        """Go through all steps; gives the exit code."""
        began = time.monotonic()
        for step in (
            self.first_page,
            self.unlock,
            self.today,
            self.write,
            self.check_in,
            self.measure,
            self.sign,
            self._clients.answer,
            self._clients.client,
            self._clients.alliance,
            self.reminders,
            self._clients.insights,
            self.summary,
            self._clients.goals_and_agreements,
            self._clients.safety_and_return,
            self._clients.apart,
            self.settings,
            self.vault,
            self._handover.armed,
            self._handover.answered,
            self.taken_in,
            self.lock,
            self.rescue,
        ):
            self._walk(step)
            if self._failures:
                return 1
        self._computer.shut_down()
        print(f"{self._pictures.count} screens in {time.monotonic() - began:.0f} seconds, in {self._folder}")
        return 0

    def first_page(self) -> None:
        """The first page offers the sample practice."""
        self._look.choose_in(DeviceSettings(self._computer.places.data / "device.ini"))
        self._computer.start()
        await_words("Look around first")
        self._pictures.take("first-page")
        self._counselor.door.begin_setup()
        self._pictures.take("set-up")
        press("Escape")
        self._counselor.door.look_around_first()

    def unlock(self) -> None:
        """The sample tells its passphrase; a wrong one is told in words, the right one opens it."""
        door = self._counselor.door
        self._passphrase = door.passphrase_of_sample()
        self._pictures.take("unlock")
        door.try_passphrase("not this one")
        assert door.what_is_wrong() == "That did not match."
        self._pictures.take("unlock-wrong")
        door.unlock(self._passphrase)

    def today(self) -> None:
        """Today shows five sessions and what needs a look; the next one has the primary button."""
        today = self._counselor.today
        assert today.title() == "Thursday 12 March", today.title()
        assert today.names() == ["Idris K.", "Wren A.", MAREN, "Tobiah L.", "Sunniva R."], today.names()
        assert today.next_session() == f"Start session note for {MAREN}", today.next_session()
        self._pictures.take("today", main=True)
        press("Ctrl+1")
        self._pictures.take("week")
        press("Ctrl+1")
        press("Alt+G")
        pick("Unpaid fees")
        await_words("Charge as agreed?")
        self._pictures.take("unpaid-fees")
        press("Ctrl+1")
        await_part("today.next")

    def write(self) -> None:
        """The note is typed under its headings and saves itself."""
        self._computer.clock.advance(minutes=13)
        note = self._counselor.note
        self._counselor.today.start_note()
        note.write("data", DATA)
        note.write("assessment", ASSESSMENT)
        note.write("plan", PLAN)
        note.await_saved()
        assert note.texts() == {"data": DATA, "assessment": ASSESSMENT, "plan": PLAN}
        self._pictures.take("note", main=True)
        press("Ctrl+Shift+P")
        await_part("process_note.text")
        self._pictures.take("process-note", main=True)
        press("Ctrl+Shift+P")

    def check_in(self) -> None:
        """Both rows of the check-in are typed as digits; the scores appear."""
        self._computer.clock.advance(minutes=48)
        checkin = self._counselor.checkin
        checkin.rate(ONES_OWN, CLIENTS_OWN)
        assert (checkin.score("your"), checkin.score("client")) == ("7.5", "8.3"), words_on_screen()
        self._pictures.take("check-in")

    def measure(self) -> None:
        """A form is chosen by its name and typed as digits; its score and band are there at once."""
        press("Ctrl+Shift+O")
        await_part("measure.instrument")
        self._pictures.take("measure-choice")
        type_text("GAD-7")
        press("Return")
        type_text("1121011")
        await_words("GAD-7: 7 on a scale of 0 to 21, mild.")
        self._pictures.take("measure", main=True)
        press("Return")

    def sign(self) -> None:
        """The signing sheet says what is locked; then the text is final."""
        self._computer.clock.advance(minutes=4)
        note = self._counselor.note
        note.ask_to_sign()
        self._pictures.take("sign")
        press("Ctrl+Return")
        until(note.signature, "the signature")
        assert note.texts()["plan"] == PLAN
        self._pictures.take("signed")

    def reminders(self) -> None:
        """A new reminder comes up when it is due, and goes when it is done."""
        reminders = self._counselor.reminders
        press("Ctrl+Shift+R")
        self._pictures.take("new-reminder")
        press("Escape")
        reminders.add(REMINDER, client=MAREN)
        reminders.go()
        assert REMINDER in reminders.titles(), reminders.titles()
        self._pictures.take("reminders", main=True)
        reminders.tick(REMINDER)
        await_words("Reminder done.")
        self._pictures.take("reminder-done")

    def summary(self) -> None:
        """The progress summary is previewed and saved as PDF, with its serial."""
        self._counselor.clients.open(MAREN)
        press("Ctrl+P")
        self._counselor.summary.await_pages()
        self._pictures.take("summary", main=True)
        # One PDF for the one who looks at the folder; paper looks the same in every look.
        folder = self._computer.places.documents if self._look.suffix else self._folder
        file = folder / "progress-summary.pdf"
        words = self._counselor.summary.save(file)
        assert file.read_bytes().startswith(b"%PDF"), file
        assert "serial" in words, words
        self._pictures.take("summary-saved")
        press("Alt+Left")

    def settings(self) -> None:
        """Settings, names covered, and the cover."""
        press("Ctrl+,")
        await_part("settings")
        self._pictures.take("settings")
        for _tab in range(3):
            press("Right")
        await_part("settings.measures.new")
        self._pictures.take("settings-measures", main=True)
        settings = self._computer.window.pages.settings
        settings.show_section("reminders")
        await_part("settings.bell")
        self._pictures.take("settings-reminders", main=True)
        settings.show_section("measures")
        click(await_part("settings.measure.core10.open"))
        await_part("instrument.score.total")
        self._pictures.take("instrument", main=True)
        press("Alt+Left")
        click(await_part("settings.measures.new"))
        await_part("custom_form.items")
        self._pictures.take("own-measure", main=True)
        press("Escape")
        press("Ctrl+1")
        press("Ctrl+Shift+I")
        assert "M. T." in words_on_screen()
        self._pictures.take("today-initials")
        press("Ctrl+Shift+I")
        press("F8")
        self._pictures.take("cover")
        press("Escape")

    def vault(self) -> None:
        """The tabs of the vault page, one after the other by key."""
        click(await_part("nav.vault"))
        for place, (tab, part) in enumerate(TABS.items()):
            if place:
                press("Right")
            await_part(part)
            self._pictures.take(f"vault-{tab}", main=True)

    def taken_in(self) -> None:
        """One unlock takes the client's answers in and says so."""
        self._handover.taken_in(self._passphrase)

    def lock(self) -> None:
        """Locking starts afresh, at the unlock page."""
        self._counselor.lock()
        await_part("unlock.passphrase")
        assert MAREN not in words_on_screen()
        self._pictures.take("locked")

    def rescue(self) -> None:
        """A byte of the records turned over: the page that leads back, and not "wrong passphrase"."""
        damage(self._computer.places.data / "Sample Practice.vshift")
        self._counselor.door.try_passphrase(self._passphrase)
        until(await_part("rescue.retry").isEnabled, "what is there")
        self._pictures.take("rescue", main=True)

    def _walk(self, step: Callable[[], None]) -> None:
        began, failures = time.monotonic(), len(self._failures)
        words = (step.__doc__ or step.__name__).strip()
        try:
            step()
        except AssertionError as failed:
            self._failures.append(str(failed))
            self._pictures.take(f"{step.__name__}-failed", main=True)
        told = self._failures[failures:]
        print(f"{'no' if told else 'ok':3} {time.monotonic() - began:5.1f} s  {words}", flush=True)
        for failure in told:
            print(f"    {failure}", file=sys.stderr, flush=True)

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        # Qt hands an exception in one of the app's slots here, and would go on as if nothing had been.
        self._failures.append(f"{kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)


if __name__ == "__main__":
    from tests.journeys.tour_command import main

    sys.exit(main())
