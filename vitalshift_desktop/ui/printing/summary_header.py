"""The head of the summary page: back, whose it is, save and print."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class SummaryHeader(QFrame):
    """One primary button: print."""

    back_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "head")
        self.back = IconButton("arrow-left", _("Back"))
        self.back.setObjectName("summary.back")
        self.title = TextLabel(_("Progress summary"), role="h2", wrap=False)
        self.name = TextLabel(tone="2", wrap=False)
        self.name.setObjectName("summary.client")
        self.save = Button(_("Save as PDF…"))
        self.save.setObjectName("summary.save_pdf")
        self.print = Button(_("Print…"), variant="primary", icon="printer", shortcut_hint=_("Ctrl P"))
        self.print.setObjectName("summary.print")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 11, 24, 11)
        row.setSpacing(12)
        for part in (self.back, self.title, self.name):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.save)
        row.addWidget(self.print)
        self.back.clicked.connect(self.back_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)

    def show_name(self, name: str) -> None:
        """Show whose summary it is."""
        self.name.setText(name)
        self.fit()

    def fit(self) -> None:
        """Buttons with words where there is room for them, icons where there is not."""
        for button in (self.save, self.print):
            button.set_narrow(False)
        parts = (self.back, self.title, self.name, self.save, self.print)
        needed = sum(part.sizeHint().width() for part in parts) + theme().scale(100)
        is_narrow = self.width() < needed
        self.save.show_icon("file-pdf" if is_narrow else "")
        for button in (self.save, self.print):
            button.set_narrow(is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
