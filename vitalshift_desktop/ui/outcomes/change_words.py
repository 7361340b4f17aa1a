"""What changed, in words: from which baseline, by which published value, and what the numbers cannot say."""

from vitalshift_desktop.domain.measures.classes import ChangeClass, ChangeFlag
from vitalshift_desktop.domain.measures.instrument import Cutoff, Direction
from vitalshift_desktop.domain.measures.on_track import SCORES_FOR_NO_CHANGE, Silence, TrackWord
from vitalshift_desktop.domain.measures.reliable_change import BASELINE_DAYS, Move
from vitalshift_desktop.domain.outcome_change import Baseline, BaselineReason, Change, PairedReading
from vitalshift_desktop.domain.outcomes import MeasureCourse
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.outcomes.score_words import cutoff_words, source_words
from vitalshift_desktop.ui.score_words import number_words
from vitalshift_desktop.words import _, ngettext


def change_paragraphs(course: MeasureCourse, key: str, change: Change | None) -> tuple[str, ...]:
    """All that can be said of one score, a paragraph each; the first one says what happened."""
    if change is None:
        return (_("No complete form yet, so there is no baseline and nothing to compare."), *_keys(course, key))
    said = [_what_happened(change)]
    said += [_class_words(change)] if change.has_second else []
    said += _track(change) if change.has_second else []
    return (*said, *_passed_over(change), *_keys(course, key))


def source_lines(change: Change | None, course: MeasureCourse, key: str) -> tuple[str, ...]:
    """Where the figures of this score were published, one line each."""
    score = course.score_of(key)
    if score is None:
        return ()
    lines = [
        _("Cut-off {cutoff}: {source}").format(cutoff=cutoff_words(one), source=source_words(one.source))
        for one in score.cutoffs
    ]
    if not score.cutoffs:
        lines.append(_("Cut-off: no published value."))
    if score.bands is not None:
        lines.append(_("Bands: {source}").format(source=source_words(score.bands.source)))
    else:
        lines.append(_("Bands: no published value."))
    published = change.published if change is not None else next(iter(score.changes), None)
    if published is None:
        return (*lines, _("Reliable change: no published value."))
    words = _("Reliable change of {points} or more, {confidence}: {source}").format(
        points=number_words(published.points),
        confidence=_confidence(published.confidence),
        source=source_words(published.source),
    )
    return (*lines, f"{words} {published.note}".strip())


def paired_words(reading: PairedReading) -> str:
    """PHQ-9 and GAD-7 together, in one paragraph."""
    numbers = _("PHQ-9 and GAD-7 together, {first} to {last}: PHQ-9 {a} to {b}, GAD-7 {c} to {d}.").format(
        first=full_day(reading.first_day),
        last=full_day(reading.last_day),
        a=number_words(reading.first.phq),
        b=number_words(reading.last.phq),
        c=number_words(reading.first.gad),
        d=number_words(reading.last.gad),
    )
    rule = _(
        "The rule: PHQ-9 10 or more or GAD-7 8 or more at the start; changes of 6 and 4 count as reliable when the "
        "other has not moved reliably the other way (that clause is unconfirmed)."
    )
    return " ".join([numbers, _paired_class(reading), rule])


def cannot_say() -> str:
    """What no change of a score says."""
    return _(
        "It says that a score moved, not why. A high first score tends to fall by itself, and a score is no diagnosis."
    )


def _what_happened(change: Change) -> str:
    begin = _("Baseline {value}, {day}: {why}.").format(
        value=number_words(change.baseline.value), day=full_day(change.baseline.day), why=_why(change.baseline)
    )
    if not change.has_second:
        return " ".join([begin, _("It is the only complete form with this key so far.")])
    latest = _("Latest {value}, {day}: {moved}, from {n} complete forms.").format(
        value=number_words(change.latest),
        day=full_day(change.latest_day),
        moved=_moved(change.points),
        n=change.n,
    )
    return f"{begin} {latest}"


def _why(baseline: Baseline) -> str:
    if baseline.reason is BaselineReason.NEAR_BEGIN:
        return _("the first complete form within {n} days of the beginning").format(n=BASELINE_DAYS)
    if baseline.reason is BaselineReason.NEW_KEY:
        return _("the first complete form scored as it is now")
    if baseline.reason is BaselineReason.BEGIN_UNKNOWN or baseline.days_in is None:
        return _("the first complete form")
    days = ngettext("{n} day", "{n} days", abs(baseline.days_in)).format(n=abs(baseline.days_in))
    if baseline.days_in < 0:
        return _("the first complete form, {days} before the beginning; none lies within {n} days of it").format(
            days=days, n=BASELINE_DAYS
        )
    return _("the first complete form, {days} after the beginning; none lies within {n} days of it").format(
        days=days, n=BASELINE_DAYS
    )


def _moved(points: float) -> str:
    if not points:
        return _("the same")
    size = number_words(abs(points))
    return _("{n} higher").format(n=size) if points > 0 else _("{n} lower").format(n=size)


def _class_words(change: Change) -> str:
    if change.classified is None or change.published is None:
        return _("For a reliable change of this score there is no published value, so nothing is said about it.")
    points = number_words(change.published.points)
    rule = _("A difference of {points} or more counts ({confidence}; {source}).").format(
        points=points,
        confidence=_confidence(change.published.confidence),
        source=source_words(change.published.source),
    )
    flags = [_flag_words(flag, change.cutoff) for flag in change.classified.flags]
    return " ".join([f"{_class(change)}.", rule, *flags])


def _class(change: Change) -> str:
    found = change.classified.change if change.classified else ChangeClass.UNCHANGED
    if found is ChangeClass.RECOVERED and change.cutoff is not None:
        over = change.score.direction is Direction.HIGHER
        words = (
            _("Reliable improvement, now over the cut-off ({cutoff})")
            if over
            else _("Reliable improvement, now under the cut-off ({cutoff})")
        )
        return words.format(cutoff=cutoff_words(change.cutoff))
    return {
        ChangeClass.RECOVERED: _("Reliable improvement"),
        ChangeClass.IMPROVED: _("Reliable improvement"),
        ChangeClass.DETERIORATED: _("Reliable deterioration"),
        ChangeClass.UNCHANGED: _("No reliable change"),
    }[found]


def _flag_words(flag: ChangeFlag, cutoff: Cutoff | None) -> str:
    words = {
        ChangeFlag.STARTED_IN_FUNCTIONAL_RANGE: _("The baseline was not on the clinical side of {cutoff}."),
        ChangeFlag.CROSSED_CUTOFF_NOT_RELIABLE: _("It crossed {cutoff}, but by less than a reliable change."),
        ChangeFlag.FELL_INTO_CLINICAL_RANGE: _("It is now on the clinical side of {cutoff}."),
    }[flag]
    return words.format(cutoff=cutoff_words(cutoff) if cutoff else _("the cut-off"))


def _track(change: Change) -> list[str]:
    track = change.track
    if track.word is TrackWord.NO_RELIABLE_CHANGE:
        words = _("No reliable change after {n} scores, and still on the clinical side of the cut-off.")
        return [words.format(n=track.n)]
    silent = {
        Silence.FEW_SCORES: _("With fewer than three scores nothing more is said."),
        Silence.BASELINE_NOT_CLINICAL: _("No cut-off is published, so nothing more is said.")
        if change.cutoff is None
        else "",
        Silence.TOO_EARLY: _("That there is no reliable change is said after {n} scores.").format(
            n=SCORES_FOR_NO_CHANGE
        ),
    }
    words = silent.get(track.silence, "") if track.silence else ""
    return [words] if words else []


def _passed_over(change: Change) -> list[str]:
    if not change.passed_over:
        return []
    words = ngettext(
        "{n} form since the baseline is not compared: incomplete, prorated, items left out, or scored otherwise.",
        "{n} forms since the baseline are not compared: incomplete, prorated, items left out, or scored otherwise.",
        change.passed_over,
    )
    return [words.format(n=change.passed_over)]


def _keys(course: MeasureCourse, key: str) -> list[str]:
    return [
        _(
            "From {day} on this is scored in another way (version {after} after {before}). Scores before and after are "
            "neither joined nor compared."
        ).format(day=full_day(course.points[change.place].day), after=change.after, before=change.before)
        for change in course.key_changes(key)
    ]


def _confidence(percent: int | None) -> str:
    return _("{n} % confidence").format(n=percent) if percent is not None else _("confidence not published")


def _paired_class(reading: PairedReading) -> str:
    change = reading.change
    if change.is_reliably_recovered:
        return _("Reliable improvement, and both are now under their thresholds.")
    if change.is_recovered:
        return _("Both are now under their thresholds, but neither changed reliably.")
    moved = {
        Move.BETTER: _("Reliable improvement of the two together."),
        Move.WORSE: _("Reliable deterioration of the two together."),
        Move.NOT_RELIABLE: _("No reliable change of the two together."),
    }[change.move]
    start = (
        _("At the start at least one was at or over its threshold, and one still is.")
        if change.was_case
        else _("At the start neither was at its threshold.")
    )
    return f"{moved} {start}"
