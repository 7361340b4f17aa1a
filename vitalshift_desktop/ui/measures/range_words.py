"""How the usual range and the marks are worked out, in sentences with a client's own numbers filled in."""

from vitalshift_desktop.domain.measures.marked_drop import CHECKIN_RULE, LONGEST_GAP_DAYS
from vitalshift_desktop.domain.range_working import FallWorking, MarkWorking, RangeWorking
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.words import _, ngettext

_SHOWN = 40  # scores that are written out; of more the latest


def steps(working: RangeWorking) -> tuple[tuple[str, str], ...]:
    """Each step of the way, what it is and what came out: points of the 0 to 10 scale, two decimals."""
    product = _("{factor} × {moving} = {product}").format(
        factor=f"{working.factor:.2f}", moving=f"{working.mean_moving_range:.2f}", product=f"{working.product:.2f}"
    )
    around = _("{mean} − {width} = {lower}; {mean} + {width} = {upper}").format(
        mean=f"{working.mean:.2f}",
        width=f"{working.width:.2f}",
        lower=f"{working.plain_lower:.2f}",
        upper=f"{working.plain_upper:.2f}",
    )
    return (
        (_scores_head(len(working.scores)), _scores(working)),
        (_("Their mean"), f"{working.mean:.2f}"),
        (_("On average from one to the next"), f"{working.mean_moving_range:.2f}"),
        (_("Times {factor}").format(factor=f"{working.factor:.2f}"), product),
        (_("At least 0.15 of the scale"), _floor(working)),
        (_("To both sides of the mean"), around),
        (_("The usual range"), _result(working)),
    )


def mark_sentence(working: MarkWorking) -> str:
    """Why this score is marked, in the numbers of its own day."""
    if working.fall is not None:
        return _fall(working.fall, working.session_no)
    then = working.range_then
    words = _("Session {n}: {score} is under {lower}, the lower end of the range as it stood before that session.")
    lower = working.mark.lower if then is None else then.lower
    return words.format(n=working.session_no, score=mean_words(working.mark.score), lower=f"{lower or 0.0:.2f}")


def not_yet(scores: int) -> str:
    """What is said while there are too few scores."""
    words = ngettext(
        "The usual range comes from the client’s own scores and appears after six. There is {n} so far.",
        "The usual range comes from the client’s own scores and appears after six. There are {n} so far.",
        scores,
    )
    return words.format(n=scores)


def rule_words() -> str:
    """What holds for everybody."""
    return _(
        "This is VitalShift’s own rule, not a published one. A marked score does not enter the range, and while a drop "
        "is open no score under the range does. It never looks ahead: each session is compared with the range from "
        "before it. After more than {days} days without a score it begins anew. Before there is a range, only a fall "
        "of {fall} or more from one score to the next is marked."
    ).format(days=LONGEST_GAP_DAYS, fall=mean_words(CHECKIN_RULE.fall_share * (CHECKIN_RULE.high - CHECKIN_RULE.low)))


def _scores_head(count: int) -> str:
    return ngettext("{n} score that was not marked", "{n} scores that were not marked", count).format(n=count)


def _scores(working: RangeWorking) -> str:
    shown = ", ".join(mean_words(score) for _number, score in working.scores[-_SHOWN:])
    left_out = len(working.scores) - _SHOWN
    return _("{n} earlier ones, {scores}").format(n=left_out, scores=shown) if left_out > 0 else shown


def _floor(working: RangeWorking) -> str:
    if working.rests_on_floor:
        return _("{floor}: more than {product}, so this counts").format(
            floor=f"{working.floor:.2f}", product=f"{working.product:.2f}"
        )
    return _("{floor}: not more than {product}").format(floor=f"{working.floor:.2f}", product=f"{working.product:.2f}")


def _result(working: RangeWorking) -> str:
    low, high = mean_words(working.lower), mean_words(working.upper)
    if working.is_clipped:
        return _("{low} to {high}, as the scale ends at 0 and 10").format(low=low, high=high)
    return _("{low} to {high}").format(low=low, high=high)


def _fall(fall: FallWorking, session_no: int) -> str:
    words = _(
        "Session {n}: {before} − {score} = {fall}, and a fall of {limit} (0.20 of the scale) or more is marked while "
        "there is no range. Scores before it: {count}."
    )
    return words.format(
        n=session_no,
        before=mean_words(fall.previous),
        score=mean_words(fall.score),
        fall=mean_words(fall.fall),
        limit=mean_words(fall.limit),
        count=fall.scores_before,
    )
