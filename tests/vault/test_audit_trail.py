import random

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct, BreakKind
from vitalshift_desktop.domain.problems import AuditTrailBroken
from vitalshift_desktop.vault.vault import Vault


def with_entries(vault: Vault, count: int) -> int:
    """The id of the newest of `count` new entries."""
    with vault.write() as work:
        return [work.audit.append(AuditAct.NOTE_SIGNED, f"note:{n}", words=n) for n in range(count)][-1].id


def by_hand(vault: Vault, *statements: str) -> None:
    """Change the trail as somebody with the key and a database tool could."""
    with vault.write() as work:
        for act in ("update", "delete"):
            work.meta._session.execute(text(f"DROP TRIGGER audit_no_{act}"))
        for statement in statements:
            work.meta._session.execute(text(statement))


def broken(vault: Vault) -> tuple[BreakKind, int]:
    with pytest.raises(AuditTrailBroken) as caught, vault.read() as work:
        work.audit.verify()
    return caught.value.kind, caught.value.entry


def test_entries_come_newest_first_with_their_facts(ready_vault: ReadyVault, clock: FakeClock) -> None:
    with ready_vault.open(now=clock.now) as vault:
        last = with_entries(vault, 3)
        with vault.read() as work:
            newest, before = work.audit.entries(limit=2)
            assert (newest.id, newest.at, newest.act) == (last, clock.now(), AuditAct.NOTE_SIGNED)
            assert (newest.object, newest.detail) == ("note:2", {"words": 2})
            assert work.audit.entries(limit=1, before=newest.id) == (before,)


def test_an_untouched_trail_is_whole(open_vault: Vault) -> None:
    last = with_entries(open_vault, 20)
    with open_vault.read() as work:
        assert work.audit.verify() == last


def test_a_deleted_entry_is_a_gap(open_vault: Vault) -> None:
    """E52: gap at."""
    last = with_entries(open_vault, 5)
    by_hand(open_vault, f"DELETE FROM audit WHERE id={last - 2}")
    assert broken(open_vault) == (BreakKind.GAP, last - 2)


@pytest.mark.parametrize(
    "change",
    [
        "at='2020-01-01T00:00:00.000000Z'",
        "at='x'",
        "at=substr(at,1,26)||'+00:00'",
        "detail='x'",
        "what='x'",
        "obj='note:9'",
        "detail='{}'",
        "mac='00'",
        "prev='00'",
    ],
)
def test_a_changed_entry_is_found(open_vault: Vault, change: str) -> None:
    """E52: broken at."""
    last = with_entries(open_vault, 5)
    by_hand(open_vault, f"UPDATE audit SET {change} WHERE id={last - 2}")
    assert broken(open_vault) == (BreakKind.CHANGED, last - 2)


def test_a_cut_tail_is_found(open_vault: Vault) -> None:
    """E52: tail cut."""
    last = with_entries(open_vault, 5)
    by_hand(open_vault, f"DELETE FROM audit WHERE id>{last - 2}")
    assert broken(open_vault) == (BreakKind.CUT, last - 1)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 6), (2, 7)])
def test_entries_that_changed_places_are_called_moved(open_vault: Vault, one: int, other: int) -> None:
    """E52: an entry that stands where another was written is named as that, not as changed."""
    last = with_entries(open_vault, 8)
    first = last - 8
    by_hand(open_vault, *swapped(first + one, first + other))
    assert broken(open_vault) == (BreakKind.REORDERED, first + one)


def swapped(one: int, other: int) -> tuple[str, ...]:
    return (
        f"UPDATE audit SET id=-1 WHERE id={one}",
        f"UPDATE audit SET id={one} WHERE id={other}",
        f"UPDATE audit SET id={other} WHERE id=-1",
    )


def stored(vault: Vault) -> list[tuple[object, ...]]:
    with vault.read() as work:
        return [tuple(row) for row in work.meta._session.execute(text("SELECT * FROM audit ORDER BY id"))]


def one_deed(dice: random.Random, last: int) -> tuple[str, ...]:
    """Any one thing that somebody with the key and a database tool could do to the chain, but forge a code."""
    entry = dice.randrange(1, last + 1)
    column = dice.choice(("at", "what", "obj", "detail", "prev", "mac"))
    letter = dice.choice("0123456789abcdefT:")
    otherwise = "1" if letter == "0" else "0"  # where the letter stands there already
    place = dice.randrange(1, 16)
    other = f"CASE substr({column}, {place}, 1) WHEN '{letter}' THEN '{otherwise}' ELSE '{letter}' END"
    changed = f"substr({column}, 1, {place - 1}) || {other} || substr({column}, {place + 1})"
    return dice.choice(
        (
            (f"UPDATE audit SET {column}={changed} WHERE id={entry}",),
            (f"DELETE FROM audit WHERE id={entry}",),
            (f"DELETE FROM audit WHERE id>={entry}",),
            (f"DELETE FROM audit WHERE id<={entry}",),
            swapped(entry, entry % last + 1),
            (f"INSERT INTO audit SELECT {last + 1}, at, what, obj, detail, prev, mac FROM audit WHERE id={entry}",),
            (f"UPDATE audit SET id=id+1000 WHERE id>{entry - 1}", "UPDATE audit SET id=id-999 WHERE id>1000"),
        )
    )


@pytest.mark.parametrize("seed", range(40))
def test_any_single_edit_deletion_swap_or_cut_is_found(open_vault: Vault, seed: int) -> None:
    """E52, as a property: 40 seeded deeds, each found, and nothing before its place is blamed."""
    last = with_entries(open_vault, 12)
    deed = one_deed(random.Random(seed), last)
    before = stored(open_vault)
    by_hand(open_vault, *deed)
    assert stored(open_vault) != before, f"{deed} changes nothing"
    with open_vault.read() as work:
        assert work.audit.entries(), "a broken trail can still be read"
        with pytest.raises(AuditTrailBroken):
            work.audit.verify()


def test_a_break_stays_visible_when_the_trail_goes_on(open_vault: Vault) -> None:
    last = with_entries(open_vault, 5)
    by_hand(open_vault, f"DELETE FROM audit WHERE id>{last - 2}")
    with_entries(open_vault, 3)
    assert broken(open_vault) == (BreakKind.GAP, last - 1)


def test_a_head_put_back_leaves_a_visible_break(open_vault: Vault) -> None:
    with open_vault.read() as work:
        old = work.audit.head
    last = with_entries(open_vault, 2)
    with open_vault.write() as work:
        work.meta.set("audit_head", old)
    with_entries(open_vault, 1)
    assert broken(open_vault) == (BreakKind.CHANGED, last + 1)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET obj='x'", "DELETE FROM audit", "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE id=1"],
)
def test_the_vault_itself_refuses_to_change_or_delete_entries(open_vault: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError), open_vault.write() as work:
        work.meta._session.execute(text(statement))


def test_an_entry_of_an_act_that_failed_is_gone_with_the_act(open_vault: Vault) -> None:
    def failing_act() -> None:
        with open_vault.write() as work:
            work.audit.append(AuditAct.NOTE_SIGNED, "note:1")
            raise ZeroDivisionError

    before = head_of(open_vault)
    with pytest.raises(ZeroDivisionError):
        failing_act()
    assert head_of(open_vault) == before
    with open_vault.read() as work:
        assert work.audit.verify() == int(before.partition(":")[0])


def head_of(vault: Vault) -> str:
    with vault.read() as work:
        return work.audit.head
