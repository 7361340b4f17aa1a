"""What a review is called, and where it is done."""

from functools import partial

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.ui.wishes import Wishes
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_AGREED = (
    ReviewKind.AGREEMENT,
    ReviewKind.CLAUSE,
    ReviewKind.COMMITMENT,
    ReviewKind.CONSENT,
    ReviewKind.RELEASE,
)
_ICONS = dict.fromkeys(_AGREED, "handshake") | {
    ReviewKind.BACKUP: "hard-drives",
    ReviewKind.RESTORE_DRILL: "hard-drives",
}


def review_words(review: ReviewDue, *, is_covered: bool = False) -> str:
    """Such as "Look again at the goal: Going out"; while names are shortened the kind alone."""
    plain = _plain()[review.kind]
    name = "" if is_covered else _name(review)
    return _("{review}: {name}").format(review=plain, name=name) if name else plain


def _plain() -> dict[ReviewKind, str]:
    return {
        ReviewKind.AGREEMENT: _("Look at the agreements again"),
        ReviewKind.CLAUSE: _("Look at an agreement again"),
        ReviewKind.COMMITMENT: _("Look at rhythm and length again"),
        ReviewKind.GOAL: _("Look at a goal again"),
        ReviewKind.TASK: _("Ask about a task"),
        ReviewKind.MEASURE: _("Measure not given yet"),
        ReviewKind.CONSENT: _("A consent has run out or will"),
        ReviewKind.RELEASE: _("A release has run out or will"),
        ReviewKind.SAFETY_PLAN: _("Look at the safety plan again"),
        ReviewKind.BACKUP: _("Make a backup"),
        ReviewKind.RESTORE_DRILL: _("Run the restore drill"),
    }


def _name(review: ReviewDue) -> str:
    if review.kind is ReviewKind.CLAUSE and review.name in set(Topic):
        return label(Topic(review.name))
    return review.name


def icon_of(kind: ReviewKind) -> str:
    """The picture in front of a review."""
    return _ICONS.get(kind, "hourglass")


def go_to(review: ReviewDue, wishes: Wishes) -> None:
    """Go to where the review is done."""
    client_id, number = review.client_id, review.object_id or 0
    ways = {
        ReviewKind.AGREEMENT: partial(wishes.client.emit, client_id, "agreements"),
        ReviewKind.CLAUSE: partial(wishes.entry.emit, client_id, "agreements", number, 0),
        ReviewKind.COMMITMENT: partial(wishes.client.emit, client_id, "agreements"),
        ReviewKind.GOAL: partial(wishes.entry.emit, client_id, "goals", number, 0),
        ReviewKind.TASK: partial(wishes.client.emit, client_id, "goals"),
        ReviewKind.MEASURE: partial(wishes.client_measures.emit, client_id),
        ReviewKind.CONSENT: partial(wishes.consents.emit, client_id),
        ReviewKind.RELEASE: partial(wishes.consents.emit, client_id),
        ReviewKind.SAFETY_PLAN: partial(wishes.safety_plan.emit, client_id),
        ReviewKind.BACKUP: partial(wishes.vault.emit, "backups"),
        ReviewKind.RESTORE_DRILL: partial(wishes.vault.emit, "backups"),
    }
    ways[review.kind]()
