"""A dialog to read: headings, words of the record below them, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _


@dataclass(frozen=True, slots=True)
class Block:
    """One heading with the words below it; `note` says something about them in the app's own words."""

    heading: str
    text: str = ""
    note: str = ""


class ReadSheet(RoomyDialog):
    """Shows blocks; who extends it says which, and adds buttons to `acts`."""

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(title, width=680, height=640, parent=parent)
        self._desk = desk
        self.facts = TextLabel(tone="2", size="m")
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(12)
        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.content.addWidget(self.facts)
        self.content.addLayout(self._blocks)
        self.content.addLayout(self.acts)
        self.close_button = Button(_("Close"), variant="primary")
        self.close_button.clicked.connect(self.accept)
        self.add_button(self.close_button, safe=True)

    def offer(self, *buttons: Button | LinkButton) -> None:
        """Put these at the left below what is read; nothing is offered where nothing can be saved."""
        for button in buttons:
            self.acts.addWidget(button)
            button.setVisible(self._desk.workspace.read_only is None)
        self.acts.addStretch(1)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these; a block without any words is left out."""
        empty(self._blocks)
        for block in blocks:
            if block.text or block.note:
                self._blocks.addLayout(self._part(block))

    def _part(self, block: Block) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(2)
        heading = TextLabel(block.heading, role="name", size="m")
        heading.setProperty("weight", "600")
        part.addWidget(heading)
        if block.note:
            part.addWidget(TextLabel(block.note, tone="3", size="c"))
        if block.text:
            part.addWidget(RecordLabel(block.text, privacy=self._desk.privacy, role="rail"))
        return part
