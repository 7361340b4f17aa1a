"""How a mark is shown: its icon, its title, and its sentence: what, number, compared with what, since when."""

from vitalshift_desktop.domain.answers import AnswerFacts
from vitalshift_desktop.domain.flags import (
    AgreementFacts,
    DropFacts,
    EarlyFacts,
    Flag,
    FlagKind,
    SilenceFacts,
    WorseFacts,
)
from vitalshift_desktop.domain.measures.early import EarlyReason, LowEarly
from vitalshift_desktop.domain.measures.marked_drop import RATINGS_FOR_RANGE, Mark
from vitalshift_desktop.domain.measures.scoring import one_decimal
from vitalshift_desktop.ui.answer_words import prompt_words
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.silence_words import silence_sentence
from vitalshift_desktop.ui.together_words import together_words
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

_ICONS = {
    FlagKind.ANSWER_TO_REVIEW: "warning-octagon",
    FlagKind.MARKED_DROP: "link-break",
    FlagKind.LOW_EARLY_CHECKIN: "trend-down",
    FlagKind.WORSE_SCORE: "arrow-down-right",
    FlagKind.AGREEMENT_TO_LOOK_AT: "handshake",
    FlagKind.LONG_SILENCE: "hourglass",
}


def flag_icon(flag: Flag) -> str:
    """The name of the icon that stands beside the flag's title, never without it."""
    return _ICONS[flag.kind]


def flag_tone(flag: Flag) -> str:
    """The color token of the icon."""
    return "risk" if flag.kind is FlagKind.ANSWER_TO_REVIEW else "attnmark"


def flag_title(flag: Flag) -> str:
    """Such as "Marked drop"."""
    return label(flag.kind)


def flag_sentence(flag: Flag, *, hidden: bool = False) -> str:
    """What, number, compared with what, since when; `hidden` keeps an answer back while names are shortened."""
    facts = flag.facts
    if isinstance(facts, AnswerFacts):
        return _("Hidden while names are shortened.") if hidden else prompt_words(facts)
    if isinstance(facts, DropFacts):
        return _drop(facts, short_day(flag.since))
    if isinstance(facts, EarlyFacts):
        return _early(facts.low, short_day(flag.since))
    if isinstance(facts, WorseFacts):
        return _("Hidden while names are shortened.") if hidden else _worse(facts, short_day(flag.since))
    if isinstance(facts, SilenceFacts):
        return silence_sentence(facts.silence)
    return _agreement(facts)


def _drop(facts: DropFacts, day: str) -> str:
    mark = facts.mark
    return _("Check-in {score} in session {n} on {day}, {compared}.").format(
        score=mean_words(mark.score), n=facts.session_no, day=day, compared=_compared(mark)
    )


def _compared(mark: Mark) -> str:
    if mark.lower is None or mark.upper is None:
        fell = _fell(mark.previous, mark.score)
        return _("{fell}; the usual range appears after {n} scores").format(fell=fell, n=RATINGS_FOR_RANGE)
    lower, upper = mean_words(mark.lower), mean_words(mark.upper)
    usual = _("own usual range {lower} to {upper}").format(lower=lower, upper=upper)
    return f"{usual}, " + ngettext("from {n} rating", "from {n} ratings", mark.n).format(n=mark.n)


def _early(low: LowEarly, day: str) -> str:
    return _("{score} of 10 in session {n} on {day}, {compared}.").format(
        score=mean_words(low.score), n=low.session_no, day=day, compared=_reasons(low)
    )


def _reasons(low: LowEarly) -> str:
    words = {
        EarlyReason.LOWEST_FIFTH: _("in the lowest fifth of {n} early check-ins in your practice").format(
            n=low.compared_with
        ),
        EarlyReason.UNDER_YOUR_THRESHOLD: _("under the {n} you set").format(n=_plain(low.threshold or 0.0)),
        EarlyReason.FELL: _fell(low.previous, low.score),
    }
    return ", ".join(words[reason] for reason in low.reasons)


def _fell(before: float | None, now: float) -> str:
    before = now if before is None else before
    return _("down {fall} from {before} the session before").format(
        fall=mean_words(before - now), before=mean_words(before)
    )


def _plain(number: float) -> str:
    return f"{number:g}"


def _worse(facts: WorseFacts, day: str) -> str:
    told = _("{form} {latest} on {day}, {first} at the start on {first_day}; {n} points or more count as reliable")
    words = told.format(
        form=facts.instrument_name,
        latest=_plain(one_decimal(facts.latest)),
        day=day,
        first=_plain(one_decimal(facts.first)),
        first_day=short_day(facts.first_on),
        n=_plain(facts.points),
    )
    rests_on = ngettext("from {n} score", "from {n} scores", facts.n).format(n=facts.n)
    return _("{told} ({source}), {rests_on}.").format(
        told=words, source=facts.source.partition(", ")[0], rests_on=rests_on
    )


def _agreement(facts: AgreementFacts) -> str:
    waiting = (
        _("{topic} since {day}").format(topic=label(clause.topic), day=short_day(clause.review_on))
        for clause in facts.clauses
        if clause.review_on is not None
    )
    topics = ", ".join(waiting)
    parts = [_("{topics}.").format(topics=topics)] if topics else []
    if facts.together is not None:
        parts.append(together_words(facts.together.causes, facts.together.session_no, facts.together.age))
    return " ".join(parts)
