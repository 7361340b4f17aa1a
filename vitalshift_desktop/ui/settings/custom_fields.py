"""The fields of an own measure, and the measure that they say."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.measures.custom import CustomMeasure, OwnFigure
from vitalshift_desktop.domain.measures.instrument import Direction, Rule
from vitalshift_desktop.domain.problems import (
    FigureOffScale,
    Problem,
    ScaleImpossible,
    SourceIsMissing,
    TextIsMissing,
)
from vitalshift_desktop.ui.settings.custom_critical import CriticalFields, FieldWrong
from vitalshift_desktop.ui.settings.instrument_words import number
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.scale_typing import is_whole
from vitalshift_desktop.words import _

MILLIMETRES = 100


class CustomFields(QWidget):
    """In the order in which one copies a form: its name, items, answers, score, and what is published about it."""

    def __init__(self) -> None:
        super().__init__()
        self._make_form()
        self._make_score()
        self._make_published()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in self._parts():
            column.addWidget(part)
        for before, after in pairwise(self.named()):
            QWidget.setTabOrder(before, after)
        self.millimetres.toggled.connect(self._on_millimetres)

    def _make_form(self) -> None:
        self.name = self._field(_("Name"), "name")
        hint = _("Its author and year, or “written for my practice”.")
        self.source = self._field(_("Where the form comes from"), "source", hint)
        self.asks = self._field(_("Above the items"), "asks", _("The sentence over them, if there is one."))
        hint = _("One on each line. Copy the wording only of a form you may copy; numbers such as “1” will do.")
        self.items = ProseField(_("Items"), hint=hint)
        self.items.setObjectName("custom_form.items")
        self.low = self._field(_("Lowest answer"), "low")
        self.high = self._field(_("Highest answer"), "high")
        self.millimetres = CheckBox(_("Lines of ten centimeters, measured in millimeters"))
        self.millimetres.setObjectName("custom_form.millimetres")
        hint = _("From the lowest on, one on each line. May stay empty.")
        self.answers = ProseField(_("Words for the answers"), hint=hint)
        self.answers.setObjectName("custom_form.answers")

    def _make_score(self) -> None:
        better = [(Direction.LOWER, _("Lower is better")), (Direction.HIGHER, _("Higher is better"))]
        self.direction = ChoiceField(_("Which way is better"), better)
        self.direction.setObjectName("custom_form.direction")
        rules = [(Rule.SUM, _("Sum of the items")), (Rule.MEAN, _("Mean of the items"))]
        self.rule = ChoiceField(_("Score"), rules)
        self.rule.setObjectName("custom_form.rule")
        hint = _("The numbers of the items that count the other way round, such as 2, 5.")
        self.turned = self._field(_("Turned items"), "turned", hint)
        self.critical = CriticalFields()

    def _make_published(self) -> None:
        hint = _("A score at this value, or on its worse side, counts as clinical. May stay empty.")
        self.cutoff = self._field(_("Cut-off"), "cutoff", hint)
        self.cutoff_source = self._field(_("Where the cut-off was published"), "cutoff_source")
        hint = _("A difference of so many points or more. May stay empty.")
        self.change = self._field(_("Reliable change"), "change", hint)
        self.change_source = self._field(_("Where the change value was published"), "change_source")

    def _field(self, label: str, name: str, hint: str = "") -> Field:
        field = Field(label, hint=hint)
        field.setObjectName(f"custom_form.{name}")
        return field

    def named(self) -> tuple[QWidget, ...]:
        """Every field from the top."""
        form = (self.name, self.source, self.asks, self.items, self.low, self.high, self.millimetres, self.answers)
        score = (self.direction, self.rule, self.turned, *self.critical.named())
        return (*form, *score, self.cutoff, self.cutoff_source, self.change, self.change_source)

    def _parts(self) -> Iterator[QWidget]:
        yield from (
            self.name,
            self.source,
            self.asks,
            self.items,
            _row(self.low, self.high),
            self.millimetres,
            self.answers,
        )
        yield _row(self.direction, self.rule)
        yield from (self.turned, self.critical)
        words = _(
            "Only what was published, with its source. Without one, nothing is said about a score but its number."
        )
        yield TextLabel(words, tone="2", size="m")
        yield from (_row(self.cutoff, self.cutoff_source), _row(self.change, self.change_source))

    # ------------------------------------------------------------ showing and reading

    def show_measure(self, measure: CustomMeasure) -> None:
        """Fill in what is known."""
        self.name.show_text(measure.name)
        self.source.show_text(measure.source)
        self.asks.show_text(measure.asks)
        self.items.show_text("\n".join(measure.items))
        self.millimetres.setChecked(measure.in_millimetres)
        self.low.show_text(str(measure.low))
        self.high.show_text(str(measure.high))
        self.answers.show_text("\n".join(measure.answer_words))
        self.direction.choose(measure.direction)
        self.rule.choose(measure.rule)
        self.turned.show_text(", ".join(str(item) for item in sorted(measure.reversed)))
        self.critical.show_critical(measure.critical)
        for figure, value, source in (
            (measure.cutoff, self.cutoff, self.cutoff_source),
            (measure.change, self.change, self.change_source),
        ):
            value.show_text(number(figure.value) if figure else "")
            source.show_text(figure.source if figure else "")

    def measure(self) -> CustomMeasure:
        """The measure as it is written; raises FieldWrong where a number is none."""
        items, low, high = lines(self.items.text()), _whole(self.low), _whole(self.high)
        return CustomMeasure(
            name=self.name.text(),
            items=items,
            low=low,
            high=high,
            direction=Direction(str(self.direction.value)),
            source=self.source.text(),
            rule=Rule(str(self.rule.value)),
            reversed=frozenset(self._turned()),
            in_millimetres=self.millimetres.isChecked(),
            cutoff=_figure(self.cutoff, self.cutoff_source),
            change=_figure(self.change, self.change_source),
            answer_words=lines(self.answers.text()),
            asks=self.asks.text(),
            critical=self.critical.critical(len(items), low, high),
        )

    def field_of(self, problem: Problem) -> LabeledField:
        """The field that a problem with the whole measure is about."""
        if isinstance(problem, SourceIsMissing):
            return self.source
        if isinstance(problem, FigureOffScale):
            return self.cutoff if self.cutoff.text() and not self._is_on_scale() else self.change
        if isinstance(problem, ScaleImpossible):
            return self.answers if self._has_room() else self.high
        return self.items if isinstance(problem, TextIsMissing) and self.name.text() else self.name

    def clear_errors(self) -> None:
        """Take every error away."""
        for field in self.named():
            if isinstance(field, LabeledField):
                field.clear_error()

    def _has_room(self) -> bool:
        """Whether the ends of the answers stand apart as they should, so that something else must be wrong."""
        return bool(self.answers.text()) and _whole(self.low) < _whole(self.high)

    def _is_on_scale(self) -> bool:
        """Whether the cut-off lies on the score's scale."""
        measure = self.measure()
        total = measure.instrument("", "1").scores[0]
        return measure.cutoff is not None and total.low <= measure.cutoff.value <= total.high

    def _turned(self) -> Iterator[int]:
        parts = [part.strip() for part in self.turned.text().replace(";", ",").split(",")]
        count = len(lines(self.items.text()))
        for part in parts:
            if not part:
                continue
            if not is_whole(part) or not 1 <= int(part) <= count:
                words = _("Write numbers of items, from 1 to {n}, with commas between them.").format(n=count)
                raise FieldWrong(self.turned, words)
            yield int(part)

    def _on_millimetres(self, on: bool) -> None:
        if on:
            self.low.show_text("0")
            self.high.show_text(str(MILLIMETRES))
        for field in (self.low, self.high):
            field.setEnabled(not on)


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _whole(field: Field) -> int:
    text = field.text().replace("−", "-")
    try:
        return int(text)
    except ValueError:
        raise FieldWrong(field, _("Write a whole number.")) from None


def _figure(value: Field, source: Field) -> OwnFigure | None:
    text = value.text().replace(",", ".").replace("−", "-")
    if not text:
        if source.text():
            raise FieldWrong(value, _("A source without its number. Write the number, or empty the source."))
        return None
    try:
        figure = OwnFigure(float(text), source.text())
    except ValueError:
        raise FieldWrong(value, _("Write a number, such as 36 or 9.5.")) from None
    if not source.text():
        raise FieldWrong(source, _("A number without a source is not kept. Write where it was published."))
    return figure


def _row(*parts: QWidget) -> QWidget:
    both = QWidget()
    way = QBoxLayout.Direction.TopToBottom if theme().wide_text else QBoxLayout.Direction.LeftToRight
    row = QBoxLayout(way, both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12 if theme().wide_text else 16)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return both
