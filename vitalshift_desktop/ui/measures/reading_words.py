"""What the course of the alliance says in plain words, and what it cannot say."""

from vitalshift_desktop.domain.alliance import AllianceCourse, CourseReading, MarkReading
from vitalshift_desktop.domain.measures.marked_drop import CHECKIN_RULE, Mark
from vitalshift_desktop.ui.measures.chart_facts import WIDE_GAP
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext


def reading_words(course: AllianceCourse, name: str, about: MarkReading | None = None) -> tuple[str, ...]:
    """What happened, as paragraphs: a mark (the latest one unless told) with its numbers, and what followed."""
    reading = course.reading
    told = about or reading.latest
    if told is None:
        return (_no_mark(reading, name), *_latest(course))
    return (_happened(told, name), *_classed(told), *_afterwards(course, told, name), *_not_yet(reading))


def caution_words(reading: CourseReading, about: MarkReading | None = None) -> str:
    """What the numbers cannot say, and on how many scores they rest."""
    rests = reading.usual_range.n if reading.usual_range else reading.scores
    count = ngettext("This rests on {n} score.", "This rests on {n} scores.", rests).format(n=rests)
    told = about or reading.latest
    if told is None:
        middle = _("A steady line does not say that nothing was held back.")
    elif told.classes and told.classes[-1].is_rupture:
        middle = _("That it was a rupture is what you say; the same numbers can come from a hard week.")
    else:
        middle = _("A low score can also mean a hard week, more honesty, or a form filled in a hurry.")
    own = _("The check-in is our own short form, not a validated scale.")
    return " ".join((count, middle, own, _("It is a reason to ask, not a finding.")))


def _classed(told: MarkReading) -> tuple[str, ...]:
    """What the counselor calls the mark; the earlier classes are listed below with their notes."""
    if not told.classes:
        return ()
    latest = told.classes[-1]
    if not latest.is_rupture:
        return (_("You took the class back: no rupture after all. It is a marked drop again."),)
    words = _("You classed it as a rupture: {kind}.")
    return (words.format(kind=in_sentence(latest.kind)),)


def _no_mark(reading: CourseReading, name: str) -> str:
    usual = reading.usual_range
    if usual is None:
        count = ngettext("{n} score so far.", "{n} scores so far.", reading.scores).format(n=reading.scores)
        return f"{count} {_appears(reading)}"
    words = _("No marked drop in {n} scores. {name}’s own usual range is now {low} to {high}, from {rests} scores.")
    return words.format(
        n=reading.scores, name=name, low=mean_words(usual.lower), high=mean_words(usual.upper), rests=usual.n
    )


def _appears(reading: CourseReading) -> str:
    if reading.scores_for_range == CHECKIN_RULE.ratings_for_range:
        return _("The usual range appears after six.")
    return _("The usual range appears after {n}.").format(n=reading.scores_for_range)


def _latest(course: AllianceCourse) -> tuple[str, ...]:
    point = course.latest
    if point is None or point.client is None:
        return ()
    words = _("The latest score is {score}, in session {n}.")
    return (words.format(score=mean_words(point.client.score), n=point.session_no),)


def _happened(reading: MarkReading, name: str) -> str:
    return " ".join((_what(reading, name), *_item(reading), *_yours(reading)))


def _what(reading: MarkReading, name: str) -> str:
    mark = reading.mark
    score = mean_words(mark.score)
    if mark.lower is None or mark.upper is None:
        return _fall(mark, reading.session_no, name)
    words = ngettext(
        "In session {n} {name}’s score fell to {score}, under {name}’s own usual range of {low} to {high}, "
        "from {rests} score.",
        "In session {n} {name}’s score fell to {score}, under {name}’s own usual range of {low} to {high}, "
        "from {rests} scores.",
        mark.n,
    )
    low, high = mean_words(mark.lower), mean_words(mark.upper)
    return words.format(n=reading.session_no, name=name, score=score, low=low, high=high, rests=mark.n)


def _fall(mark: Mark, session_no: int, name: str) -> str:
    before = mark.score if mark.previous is None else mark.previous
    words = ngettext(
        "In session {n} {name}’s score fell to {score}, down {fall} from the session before. "
        "There was {rests} score before it, too few for a usual range.",
        "In session {n} {name}’s score fell to {score}, down {fall} from the session before. "
        "There were {rests} scores before it, too few for a usual range.",
        mark.n,
    )
    fall = mean_words(before - mark.score)
    return words.format(n=session_no, name=name, score=mean_words(mark.score), fall=fall, rests=mark.n)


def _item(reading: MarkReading) -> tuple[str, ...]:
    fall = reading.item_fall
    if fall is None:
        return ()
    words = _("{item} fell most, from {before} to {after}.")
    return (words.format(item=label(fall.item), before=fall.before, after=fall.after),)


def _yours(reading: MarkReading) -> tuple[str, ...]:
    if reading.counselor_score is None:
        return ()
    score = mean_words(reading.counselor_score)
    if reading.gap is not None and abs(reading.gap) >= WIDE_GAP:
        return (_("You rated that session {score}, so the two of you saw it differently.").format(score=score),)
    return (_("You rated that session {score}.").format(score=score),)


def _afterwards(course: AllianceCourse, reading: MarkReading, name: str) -> tuple[str, ...]:
    talked = []
    if reading.talked_in is not None:
        talked.append(_("You recorded that it was talked through in session {n}.").format(n=reading.talked_in))
    if reading.back_in is not None:
        talked.append(_("In session {n} {name}’s score was back in range.").format(n=reading.back_in, name=name))
    elif course.open_mark == reading.mark and course.latest and course.latest.session_no > reading.session_no:
        talked.append(_("Since then no score of {name}’s was back in range.").format(name=name))
    return (" ".join(talked),) if talked else ()


def _not_yet(reading: CourseReading) -> tuple[str, ...]:
    if reading.usual_range is not None:
        return ()
    count = ngettext("There is {n} score so far.", "There are {n} scores so far.", reading.scores)
    return (f"{_appears(reading)} {count.format(n=reading.scores)}",)
