"""Reminders of vaults that earlier releases wrote are due on the very days on which they would have been due then."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.vault.old_vaults.kept import kept, versions
from vitalshift_desktop.domain.due_dates import next_due
from vitalshift_desktop.domain.reminders import Counted, Reminder, ReminderId, RepeatUnit
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.vault import Vault

_BEFORE = "SELECT id, due_on, repeat_every, repeat_unit, anchor FROM reminder"


def _then(unit: RepeatUnit, every: int, anchor: date, after: date) -> date:
    """The first day after a day, by the rule of the first releases, counted step by step."""
    step = 0
    while True:
        step += 1
        day = _stepped(unit, every * step, anchor)
        if day > after:
            return day


def _stepped(unit: RepeatUnit, count: int, anchor: date) -> date:
    if unit is not RepeatUnit.MONTHS:
        return anchor + timedelta(days=count * (7 if unit is RepeatUnit.WEEKS else 1))
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + count, 12)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


@pytest.mark.parametrize("version", versions())
def test_old_reminders_keep_their_days_and_their_next_ones(version: str, tmp_path: Path) -> None:
    old = kept(version, tmp_path / "old")
    header = read_header((old.folder / "vault.hdr").read_bytes())
    key = unlocked(header, old.code)
    with Connector(old.folder / "vault.db", key, header.salt, read_only=True) as connector, connector.apart() as raw:
        before = {ReminderId(int(str(row[0]))): row[1:] for row in raw.execute(_BEFORE).fetchall()}
    key.wipe()
    assert before
    vault = Vault.open(old.folder, old.passphrase, paths=old.paths, now=FakeClock().now)
    try:
        with vault.read() as work:
            now = work.reminders.of_ids(list(before))
        assert {one.id for one in now} == set(before)
        for one in now:
            _compare(one, before[one.id])
    finally:
        vault.close()


def _compare(now: Reminder, before: Sequence[object]) -> None:
    due_on, every, unit, anchor = before
    details, repeat = now.details, now.details.repeat
    assert (str(details.due_on), str(now.anchor)) == (due_on, anchor)
    assert (details.session_from, details.goal_id, details.clause_id, details.measure) == (None, None, None, "")
    assert (repeat is None) is (every is None)
    if repeat is None:
        return
    assert (repeat.every, repeat.unit.value, repeat.on, repeat.nth) == (every, unit, (), None)
    assert (repeat.until, repeat.times) == (None, None)
    if repeat.by_sessions:
        return
    assert repeat.counted is Counted.CALENDAR
    for late in (0, 1, 40, 400):
        ticked = details.due_on + timedelta(days=late)
        assert next_due(now, ticked) == _then(repeat.unit, repeat.every, now.anchor, ticked)
