"""Help: how the usual range and the marks of the alliance are worked out, the same for every client."""

from vitalshift_desktop.domain.measures.control_chart import LIMIT_FACTOR
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.marked_drop import CHECKIN_RULE
from vitalshift_desktop.words import _


def range_help() -> tuple[str, ...]:
    """The paragraphs of the page; the figures are those of the rule itself."""
    return (*_rule(), *_around())


def _rule() -> tuple[str, ...]:
    scale = CHECKIN_RULE.high - CHECKIN_RULE.low
    return (
        _(
            "The check-in has four questions, each answered from 0 to 10. Its score is their mean, rounded to one "
            "decimal where it is shown."
        ),
        _(
            "The usual range comes from one person’s own scores and appears after {n}. Its middle is their mean. It "
            "reaches {factor} times the average step from one score to the next to both sides, but at least {least} "
            "points, and never past the ends of the scale."
        ).format(
            n=CHECKIN_RULE.ratings_for_range,
            factor=f"{LIMIT_FACTOR:.2f}",
            least=f"{CHECKIN_RULE.narrowest_share * scale:.1f}",
        ),
        _(
            "A score under the range, as it stood before that session, is a marked drop. It does not enter the range, "
            "and while a drop is open no other score under the range is marked or enters it."
        ),
        _(
            "Before there is a range, only a fall of {fall} points or more from one score to the next is marked. "
            "After more than {days} days without a score everything begins anew."
        ).format(fall=f"{CHECKIN_RULE.fall_share * scale:.1f}", days=CHECKIN_RULE.longest_gap_days),
    )


def _around() -> tuple[str, ...]:
    return (
        _(
            "“Back in range” is the rule’s word: the first score that is in the range again. “Talked through” is your "
            "entry. What kind of rupture a mark was is yours to say, and only then is it called one."
        ),
        _(
            "Nothing looks ahead: later sessions never change an earlier mark. Sessions without a check-in are left "
            "out, never counted as zero. Every rater and every episode has a course of its own."
        ),
        _(
            "The band of sessions 1 to {n} shows their mean. Your own rating and the gap between both are shown and "
            "are never a mark."
        ).format(n=EARLY_SESSIONS),
        _(
            "All of this is VitalShift’s own rule. On the page “Alliance” of a client, “How the range is worked out” "
            "fills in that client’s numbers."
        ),
    )


def handover_help() -> tuple[str, ...]:
    """What handing a form over does and does not protect."""
    return (
        _(
            "Before a form is shown, the records are locked and VitalShift starts anew without them: nothing of the "
            "records is in the memory of the program that the client uses, and no name is on its page."
        ),
        _(
            "The answers are sealed on the drive with a key that only the records hold. Done, Esc, closing the page "
            "or a crash lead to the unlock page and never back into the records."
        ),
        _("One unlock takes the answers in. A critical answer is shown first of all; nobody sees it before that."),
        _(
            "The system’s own task switcher, its notices and its other programs are not held back. Close what the "
            "client should not see, and stay in the room."
        ),
        _(
            "For long forms, or when you leave the room, use a guest account of this computer: it has a desktop of "
            "its own, and your files are out of reach there."
        ),
        _("Someone who controls this computer can read what is typed. A camera or a bystander sees the screen."),
    )
