"""The item of an own measure whose answer always comes up for review."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.measures.instrument import Critical
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.scale_typing import is_whole
from vitalshift_desktop.words import _


class FieldWrong(Exception):
    """What stands in a field cannot be read; the sentence says what belongs there."""

    def __init__(self, field: LabeledField, words: str) -> None:
        super().__init__()
        self.field = field
        self.words = words


class CriticalFields(QWidget):
    """Its number, the answer from which on it asks, and what it is about; all empty where there is none."""

    def __init__(self) -> None:
        super().__init__()
        words = _("If an item asks about harm, its answer comes up for review whatever the score, and so does a blank.")
        self.item = Field(_("Number of that item"), hint=_("May stay empty."))
        self.at = Field(_("Review from this answer on"))
        self.topic = Field(_("What it asks about, in your words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TextLabel(words, tone="2", size="m"))
        for field, name in zip(self.named(), ("item", "at", "topic"), strict=True):
            field.setObjectName(f"custom_form.critical_{name}")
            column.addWidget(field)

    def named(self) -> tuple[Field, ...]:
        """The fields from the top."""
        return (self.item, self.at, self.topic)

    def show_critical(self, critical: Critical | None) -> None:
        """Fill in what is known."""
        texts = (str(critical.item), str(critical.at), critical.topic) if critical else ("", "", "")
        for field, text in zip(self.named(), texts, strict=True):
            field.show_text(text)

    def critical(self, items: int, low: int, high: int) -> Critical | None:
        """The item as it is written, None where all is empty; raises FieldWrong where a number does not fit."""
        if not any(field.text() for field in self.named()):
            return None
        item = _number(self.item, 1, items, _("Write the number of an item, from {low} to {high}."))
        words = _("Write an answer above the lowest one, from {low} to {high}.")
        return Critical(item, _number(self.at, low + 1, high, words), self.topic.text())


def _number(field: Field, low: int, high: int, words: str) -> int:
    text = field.text().replace("−", "-")
    if not is_whole(text) or not low <= int(text) <= high:
        raise FieldWrong(field, words.format(low=low, high=high))
    return int(text)
