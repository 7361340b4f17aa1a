"""Before the records are open: the first page, setting up, unlocking, the recovery code."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.journeys.computer import Computer
from tests.journeys.hands import await_part, await_words, click, fill, find, press, type_text, until
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.sheet_picture import SheetPicture

GROUPS = 8


class Door:
    """What the counselor does and reads before the vault is open."""

    def __init__(self, computer: Computer) -> None:
        self._computer = computer

    # ------------------------------------------------------------ the first page

    def look_around_first(self) -> None:
        """Ask for the sample practice and wait for its unlock page."""
        click(await_part("first.sample", QPushButton))
        await_part("unlock.passphrase")

    def open_records(self, folder: Path) -> None:
        """Open records that are already here."""
        self._computer.answers.next_answer(str(folder))
        click(await_part("first.open", QPushButton))
        await_part("unlock.passphrase")

    def begin_setup(self) -> None:
        """Begin to set up a practice."""
        click(await_part("first.setup", QPushButton))
        await_part("setup.name")

    # ------------------------------------------------------------ setting up

    def introduce(self, name: str, title: str = "", practice: str = "", number: str = "") -> None:
        """Fill in the first step and go on; the first field has the focus already."""
        until(await_part("setup.name", Field).edit.hasFocus, "the focus in the name")
        type_text(name)
        fill(await_part("setup.title"), title)
        fill(await_part("setup.practice_name"), practice)
        fill(await_part("setup.registration"), number)
        self.go_on()

    def choose_place(self, folder: Path) -> None:
        """Say where the records will lie and go on."""
        fill(await_part("setup.folder"), str(folder))
        self.go_on()

    def choose_passphrase(self, passphrase: str) -> None:
        """Type it twice and go on; Enter does."""
        fill(await_part("setup.passphrase"), passphrase)
        fill(await_part("setup.passphrase_again"), passphrase)
        until(await_part("setup.continue", QPushButton).isEnabled, "a passphrase that is strong enough")
        press("Return")

    def read_sheet(self) -> tuple[str, ...]:
        """The eight groups as the sheet on screen shows them."""
        sheet = await_part("setup.sheet", SheetPicture)
        groups = tuple(label.text() for label in sheet.findChildren(QLabel) if label.property("role") == "code")
        assert len(groups) == GROUPS, groups
        return groups

    def copy_sheet(self, groups: tuple[str, ...]) -> None:
        """Say that it was copied by hand, and type the groups that are asked back."""
        click(await_part("setup.by_hand", QPushButton))
        for place in range(3):
            field = await_part(f"setup.group.{place}", Field)
            number = int(next(word for word in _words_of(field).split() if word.isdecimal()))
            fill(field, groups[number - 1].lower())
        self.go_on()

    def finish(self) -> None:
        """Leave the first backup for later; Today comes."""
        await_part("setup.backup")
        self.go_on()
        self.await_today()

    def go_on(self) -> None:
        """Press the button at the foot."""
        click(await_part("setup.continue", QPushButton))

    def set_up(self, name: str, folder: Path, passphrase: str) -> tuple[str, ...]:
        """All steps from the first page to Today; gives the groups of the recovery sheet."""
        self.begin_setup()
        self.introduce(name, "MA, RP", "Birch Street Counseling", "4711")
        self.choose_place(folder)
        self.choose_passphrase(passphrase)
        groups = self.read_sheet()
        self.copy_sheet(groups)
        self.finish()
        return groups

    # ------------------------------------------------------------ unlocking

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase and wait for Today."""
        self.try_passphrase(passphrase)
        self.await_today()

    def try_passphrase(self, passphrase: str) -> None:
        """Type a passphrase and press Enter; what happens then is another matter."""
        field = await_part("unlock.passphrase", PassphraseField)
        until(lambda: field.edit.isEnabled() and field.edit.hasFocus(), "the focus in the passphrase")
        type_text(passphrase)
        press("Return")

    def passphrase_of_sample(self) -> str:
        """The sample's passphrase as its unlock page tells it."""
        words = until(lambda: _after(": ", _text("unlock.sample")), "the passphrase of the sample")
        return words.strip()

    def what_is_wrong(self) -> str:
        """The sentence at the passphrase, once there is one."""
        return until(lambda: _error("unlock.passphrase"), "a sentence at the passphrase")

    def what_is_broken(self) -> tuple[str, str]:
        """What the page for a vault that does not open says: what is wrong, and what is safe."""
        title = until(lambda: _text("rescue.title"), "the page with the way back")
        return title, _text("rescue.safe")

    def waits(self) -> str:
        """The sentence that tells how long to wait."""
        return until(lambda: _text("unlock.state") if "try again in" in _text("unlock.state") else "", "the wait")

    def unlock_with_sheet(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[str, ...]:
        """Unlock by the recovery code, choose a new passphrase, and get a new sheet."""
        click(await_part("unlock.recovery", QPushButton))
        fill(await_part("recovery.code"), " ".join(groups).lower())
        press("Return")
        self.choose_passphrase(new_passphrase)
        new_groups = self.read_sheet()
        self.copy_sheet(new_groups)
        self.finish()
        return new_groups

    def await_today(self) -> None:
        """Wait until the main window shows Today."""
        window = self._computer.window
        until(lambda: window.isVisible() and self._computer.app.entry is None, "the main window")
        window.activateWindow()
        until(window.isActiveWindow, "the main window in front")
        await_words("Today")


def _words_of(field: Field) -> str:
    return field.edit.accessibleName()


def _text(name: str) -> str:
    label = find(name, QLabel)
    return label.text() if label is not None else ""


def _after(mark: str, words: str) -> str:
    return words.rpartition(mark)[2] if mark in words else ""


def _error(name: str) -> str:
    field: QWidget | None = find(name)
    return field.error if isinstance(field, LabeledField) else ""
