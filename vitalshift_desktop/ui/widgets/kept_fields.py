"""Reads fields of every kind as text, and fills them again after a lock."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

_TICKED = "ticked"


class KeptField(QWidget):
    """A field of its own kind that tells what stands in it as text, such as one to draw in."""

    def kept_text(self) -> str:
        """What stands in it; "" for nothing."""
        return ""

    def take_text(self, text: str) -> None:
        """Put back what was kept; a text that is none of it changes nothing."""


def filled(owner: QWidget, names: Iterable[str]) -> dict[str, str]:
    """What stands in the fields of these object names."""
    return {name: _read(_field(owner, name)) for name in names}


def fill(owner: QWidget, form: HalfFilled) -> None:
    """Put back what was changed in a form; a field whose record changed since says what stands there now."""
    for name, text in form.fields.items():
        field = owner.findChild(QWidget, name)
        if field is None or text == form.base.get(name):
            continue
        now = _read(field)
        _write(field, text)
        if now not in (form.base.get(name), text):
            _tell(field, now)


def numbers_text(values: Iterable[int | None]) -> str:
    """A row of numbers as text; empty cells stay empty."""
    return ",".join("" if value is None else str(value) for value in values)


def _field(owner: QWidget, name: str) -> QWidget:
    field = owner.findChild(QWidget, name)
    if not isinstance(field, QWidget):
        raise LookupError(name)
    return field


def _read(field: QWidget) -> str:
    if isinstance(field, KeptField):
        return field.kept_text()
    if isinstance(field, ChoiceField | Segments):
        return str(field.value)
    if isinstance(field, QCheckBox):
        return _TICKED if field.isChecked() else ""
    inner = _inner(field)
    if isinstance(inner, NumberRow):
        return numbers_text(inner.values)
    return inner.text() if isinstance(inner, QLineEdit | ProseEditor) else ""


def _write(field: QWidget, text: str) -> None:
    if isinstance(field, KeptField):
        field.take_text(text)
        return
    if isinstance(field, ChoiceField | Segments):
        field.choose_text(text)
        return
    if isinstance(field, QCheckBox):
        field.setChecked(text == _TICKED)
        return
    inner = _inner(field)
    if isinstance(inner, NumberRow):
        values = [int(part) if part.removeprefix("-").isdecimal() else None for part in text.split(",")]
        if len(values) == len(inner.values):
            inner.set_values(values)
    elif isinstance(inner, ProseEditor):
        inner.show_text(text)
    elif isinstance(inner, QLineEdit):
        inner.setText(text)


def _inner(field: QWidget) -> QWidget:
    """What is typed into, inside a labeled field."""
    if isinstance(field, LabeledField):
        rows = field.findChildren(NumberRow)
        editors = field.findChildren(ProseEditor)
        lines = field.findChildren(QLineEdit)
        return next(iter([*rows, *editors, *lines]), field)
    return field


def _tell(field: QWidget, now: str) -> None:
    above: QWidget | None = field
    while above is not None and not isinstance(above, LabeledField):
        above = above.parentWidget()
    if isinstance(above, LabeledField):
        above.show_error(_("Changed in the record since. It says: {text}").format(text=now or _("nothing")))
