"""The table under an outcome chart: every number of every form, its columns under the points."""

from collections.abc import Callable

from vitalshift_desktop.domain.measures.instrument import Score
from vitalshift_desktop.domain.outcomes import PointState
from vitalshift_desktop.ui.charts.twin_model import Twin, TwinRow
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.not_given import not_given_word
from vitalshift_desktop.ui.outcomes.outcome_facts import Column, OutcomeFacts
from vitalshift_desktop.ui.outcomes.score_words import column_words
from vitalshift_desktop.ui.score_words import number_words
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


def outcome_twin(facts: OutcomeFacts) -> Twin:
    """The table of one course: the days, each of its scores, the critical answer, and what is unusual."""
    columns = facts.columns
    return Twin(
        keys=tuple(one.identity for one in columns),
        corner=_("Session"),
        head=lambda place: "–" if columns[place].session_no is None else str(columns[place].session_no),
        sentence=lambda place: column_words(facts, place),
        rows=(
            TwinRow(_("Date"), lambda place: short_day(columns[place].day), is_quiet=True),
            *(TwinRow(score.name, _number(facts, score)) for score in facts.course.scores),
            *_answers(facts),
            *_unusual(facts),
        ),
    )


def _number(facts: OutcomeFacts, score: Score) -> Callable[[int], str]:
    def words(place: int) -> str:
        point = facts.columns[place].point
        value = point.value(score.key) if point else None
        return number_words(value) if value is not None else "–"

    return words


def _answers(facts: OutcomeFacts) -> tuple[TwinRow, ...]:
    if facts.critical_item is None:
        return ()
    name = _("Item {n}").format(n=facts.critical_item)
    return (TwinRow(name, lambda place: _("hidden") if facts.is_covered else _answer(facts.columns[place])),)


def _answer(column: Column) -> str:
    if column.risk is None:
        return "–"
    return _("blank") if column.risk.answer is None else str(column.risk.answer)


def _unusual(facts: OutcomeFacts) -> tuple[TwinRow, ...]:
    """A row for what is unusual, where anything is."""
    notes = [_note(column) for column in facts.columns]
    return (TwinRow(_("Remark"), lambda place: notes[place], is_quiet=True),) if any(notes) else ()


def _note(column: Column) -> str:
    """A word that fits; the whole of it stands in the sentence of the column."""
    if column.gap is not None:
        return not_given_word(column.gap.not_given.reason)
    if column.state is not PointState.COMPLETE:
        return {
            PointState.PRORATED: _("prorated"),
            PointState.LEFT_OUT: _("items out"),
            PointState.INCOMPLETE: _("blanks"),
        }.get(column.state, _("empty"))
    return _("key {version}").format(version=column.point.version) if column.key_before and column.point else ""


def history_words(facts: OutcomeFacts) -> list[str]:
    """The entries that were put right later, each with its numbers as they were entered first."""
    said = []
    for form in facts.course.corrected:
        result = form.result.scores.get(facts.score.key)
        value = number_words(result.value) if result and result.value is not None else _("no score")
        day = short_day(form.administration.given_on)
        how = label(form.administration.state).lower()
        said.append(_("{day}: {value}, {how}").format(day=day, value=value, how=how))
    return said
