"""The hours of the practice, as the settings show them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.hours_words import hours_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class HoursPart(QWidget):
    """What they are, and a way to change them; agreements that name hours of their own go before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.change = LinkButton(_("Change…"))
        self.change.setObjectName("settings.hours.change")
        self.change.setAccessibleName(_("Change the hours of the practice"))
        self.hours = TextLabel()
        self.hours.setObjectName("settings.hours")
        words = _(
            "The drift watch lists calls and messages outside these hours, where no agreement says otherwise. They are "
            "used for earlier days as well."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (SectionHeading(_("Hours of the practice"), action=self.change), self.hours):
            column.addWidget(part)
        column.addWidget(TextLabel(words, tone="3", size="c"))
        self.change.clicked.connect(desk.wishes.practice_hours)

    def look_again(self) -> None:
        """Show the hours as they are kept."""
        known = self._desk.workspace.contact_rules.practice_hours()
        self.hours.setText(hours_words(known) if known else _("None are set."))
        self.change.setVisible(self._desk.workspace.read_only is None)
