"""What Today shows to somebody who comes back after days."""

from datetime import time, timedelta

from tests.services.world import World
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderKind, Repeat, RepeatUnit


def test_after_days_away_reminders_stand_on_today_once_and_in_one_list(world: World) -> None:
    maren = world.client()
    daily, task = Repeat(1, RepeatUnit.DAYS), ReminderKind.TASK
    add, day = world.workspace.reminders.add, world.today
    add(ReminderDetails("Ask after the exam", day + timedelta(days=1), client_id=maren.id, repeat=daily))
    add(ReminderDetails("GAD-7", day + timedelta(days=3), client_id=maren.id, at=time(11)))
    add(ReminderDetails("Water the plants", day + timedelta(days=2), repeat=daily, kind=task))
    add(ReminderDetails("Letter to the doctor", day + timedelta(days=4), client_id=maren.id, kind=task))
    add(ReminderDetails("Renew the insurance", day + timedelta(days=40), kind=task))
    world.clock.advance(days=9)
    world.planned(maren, 0, time(15, 0))
    shown = world.workspace.home.today()
    assert [(one.title, one.since) for one in shown.checkins_due] == [
        ("", None),
        ("Ask after the exam", day + timedelta(days=1)),
        ("GAD-7", day + timedelta(days=3)),
    ]
    assert shown.other_reminders == 2
