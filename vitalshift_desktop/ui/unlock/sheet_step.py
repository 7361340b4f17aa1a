"""Fourth step: the recovery sheet, printed or copied by hand, and three groups of it typed back."""

from collections.abc import Callable, Sequence

from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.sheet_on_paper import SheetOnPaper
from vitalshift_desktop.words import _


class SheetStep(Step):
    """Complete once the sheet was asked back."""

    def __init__(self) -> None:
        words = _(
            "Only this passphrase or your printed recovery sheet opens the records. That keeps everyone else out, "
            "us included. Keep the sheet on paper, somewhere locked, away from this laptop."
        )
        super().__init__(_("Print your recovery sheet"), words)
        self.paper = SheetOnPaper((self.title, self.words))
        self.print_button, self.check = self.paper.print_button, self.paper.check
        self.column.addWidget(self.paper)
        self.column.addStretch()
        self.paper.changed.connect(self.changed)
        self.paper.submitted.connect(self.entered)

    def show_code(self, groups: Sequence[str], day: str, matches: Callable[[int, str], bool]) -> None:
        """Show the eight groups; `matches(index, typed)` tells whether a group was typed right."""
        self.paper.show_code(groups, day, matches)

    def ask_back(self) -> None:
        """Hide the code and ask for the three groups from the paper."""
        self.paper.ask_back()

    def forget(self) -> None:
        """Forget the code."""
        self.paper.forget()

    @property
    def asked(self) -> tuple[int, ...]:
        """The indexes of the groups asked back, 0 to 7."""
        return self.paper.asked

    def is_complete(self) -> bool:
        """All three groups were typed right."""
        return self.paper.is_complete()

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.print_button.setFocus()
