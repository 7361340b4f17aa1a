"""The steps of the tour in which a form is handed over and comes back."""

from tests.journeys.computer import Computer
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, click, press, type_text, until, words_on_screen
from tests.journeys.pictures import Pictures
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField


class TourOfHandover:
    """From Today to the client's page, to the thanks, and back through the lock page."""

    def __init__(self, computer: Computer, counselor: Counselor, pictures: Pictures) -> None:
        self._computer = computer
        self._counselor = counselor
        self._pictures = pictures

    def armed(self) -> None:
        """The sheet says what will happen; then the machine shows a blank page with Begin."""
        press("Ctrl+1")
        press("Ctrl+Shift+H")
        await_part("hand_over.other", ChoiceField).setFocus()
        type_text("GAD-7")
        self._pictures.take("hand-over", main=True)
        click(await_part("hand_over.arm"))
        until(lambda: self._computer.form, "the form")
        self._pictures.take("hand-over-armed")

    def answered(self) -> None:
        """The client answers by keys, is thanked, and nothing leads back but the passphrase."""
        press("Return")
        type_text("102100")
        self._pictures.take("hand-over-form", main=True)
        type_text("1")
        press("Return")
        until(lambda: "Thank you. You can give the laptop back." in words_on_screen(), "the thanks")
        self._pictures.take("hand-over-done")
        press("Space")
        await_part("unlock.passphrase")

    def taken_in(self, passphrase: str) -> None:
        """One unlock takes the answers in and says so."""
        self._counselor.door.unlock(passphrase)
        until(lambda: "answered GAD-7" in words_on_screen(), "the news of the form")
        self._pictures.take("hand-over-taken-in", main=True)
