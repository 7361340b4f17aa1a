"""Which agreed rhythms and lengths are to be looked at again, after as many sessions as was agreed."""

from datetime import date, timedelta

from vitalshift_desktop.domain.commitments import review_day
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

DAYS_AHEAD = 60


def reviews_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """Those that are due by a day or within sixty days after it, by what is planned; the longest waiting first.

    Due is the day of the session that makes the number full; agreeing anew, also on the same terms, begins again.
    """
    reached = work.commitments.reached()
    sessions = work.sessions.of_clients({one.client_id for one in reached})
    days = ((review_day(one, sessions[one.client_id]), one) for one in reached)
    latest = day + timedelta(days=DAYS_AHEAD)
    found = [
        ReviewDue(ReviewKind.COMMITMENT, due, one.client_id, int(one.id))
        for due, one in days
        if due is not None and due <= latest
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on, one.client_id or 0)))
