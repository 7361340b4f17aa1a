"""Why a backup runs by itself now: one cut short, a drive come back, an idle computer, daily, weekly."""

from datetime import datetime, timedelta

from vitalshift_desktop.domain.backup_rules import Reason, Standing, is_due

RETRY_AFTER = timedelta(minutes=30)
_IN_ORDER = (Reason.RESUMED, Reason.IDLE, Reason.DAILY, Reason.WEEKLY)


def reason_to_back_up(
    standing: Standing, *, came_back: bool = False, lacks_newest: bool = False, last_trouble: datetime | None = None
) -> Reason | None:
    """Why to back up now, or None.

    `came_back` says that a place is in reach that was not at the last look, `lacks_newest` that the newest backup is
    not there; `last_trouble` is when a run that nobody asked for failed last: half an hour goes by before the next,
    unless a place came back.
    """
    if came_back and (lacks_newest or is_due(Reason.PLACE_APPEARED, standing)):
        return Reason.PLACE_APPEARED
    if last_trouble is not None and timedelta() <= standing.now - last_trouble < RETRY_AFTER:
        return None
    return next((reason for reason in _IN_ORDER if is_due(reason, standing)), None)
