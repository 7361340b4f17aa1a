"""The audit trail as the counselor reads, filters and verifies it."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct, AuditEntry
from vitalshift_desktop.domain.audit_view import (
    AuditFilter,
    AuditKind,
    HeadAnswer,
    acts_of,
    head_as_typed,
    head_on_paper,
    kind_of,
)
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.problems import AuditTrailBroken, WrongSecret
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vocabulary.audit_words import act_words, kind_words, object_words


def acts(world: World, wanted: AuditFilter) -> list[str]:
    return [line.entry.act for line in world.workspace.audit.lines(world.workspace.audit.ids(wanted))]


def without_triggers(world: World, *statements: str) -> None:
    with world.workspace.vault.write() as work:
        session = work.meta._session
        for name in session.execute(text("SELECT name FROM sqlite_master WHERE type='trigger'")).scalars().all():
            session.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            session.execute(text(statement))


def test_entries_are_found_by_kind(world: World) -> None:
    client = world.client()
    world.signed(world.held(client))
    world.workspace.clients.open(client.id)
    assert acts(world, AuditFilter(AuditKind.SIGNATURES)) == [AuditAct.NOTE_SIGNED]
    assert acts(world, AuditFilter(AuditKind.VIEWS)) == [AuditAct.CLIENT_VIEWED]
    assert AuditAct.VAULT_OPENED in acts(world, AuditFilter(AuditKind.UNLOCKS))
    everything = sum(len(acts(world, AuditFilter(kind))) for kind in AuditKind)
    assert everything == len(world.workspace.audit.ids())


def test_entries_are_found_by_client_whatever_they_are_about(world: World) -> None:
    one, other = world.client("Maren T."), world.client("Idris K.")
    world.signed(world.held(one, -1))
    world.held(other, -2)
    mine = acts(world, AuditFilter(client_id=one.id))
    assert set(mine) == {"client.added", "session.planned", "session.attendance_set", "note.started"} | {
        "note.written",
        "note.signed",
    }
    assert len(acts(world, AuditFilter(client_id=other.id))) == 3
    lines = world.workspace.audit.lines(world.workspace.audit.ids(AuditFilter(client_id=one.id)))
    assert {line.client.id for line in lines if line.client} == {one.id}
    assert lines[0].day == world.today - timedelta(days=1)


def test_entries_are_found_by_day_where_the_counselor_sits(world: World) -> None:
    """The clock stands at 10:00 in New York; 23:30 of that day is already the next one in UTC."""
    first = world.today
    world.clock.advance(hours=13, minutes=30)
    world.client("Late")
    world.clock.advance(hours=1)
    world.client("Early next day")
    next_day = first + timedelta(days=1)
    for wanted, count in (
        (AuditFilter(first=first, last=first), 1),
        (AuditFilter(first=next_day, last=next_day), 1),
        (AuditFilter(last=first - timedelta(days=1)), 0),
        (AuditFilter(first=first), 2),
    ):
        assert acts(world, wanted).count("client.added") == count


def test_failed_tries_are_an_entry_of_their_own_with_their_count(world: World, ready_vault: ReadyVault) -> None:
    world.workspace.close()
    for _try in range(3):
        with pytest.raises(WrongSecret):
            ready_vault.open("not this one at all")
    again = Workspace(ready_vault.open(now=world.clock.now), world.clock, Events())
    opened, tries = again.audit.rows(limit=2)
    again.close()
    assert (opened.act, tries.act, tries.detail) == (AuditAct.VAULT_OPENED, AuditAct.TRIES_FAILED, {"count": 3})
    assert act_words(tries) == "3 failed tries since it was last open"


def test_the_trail_survives_the_disposal_of_a_client_without_name_or_text(world: World) -> None:
    client = world.client("Perpetua Nightingale")
    world.signed(world.held(client))
    entries = world.rows()
    kept = {"meta", "audit", "practice"}
    gone = [f"DELETE FROM {name}" for name in Base.metadata.tables if name not in kept]
    without_triggers(world, "PRAGMA defer_foreign_keys=ON", *gone)
    assert world.rows() == entries
    lines = world.workspace.audit.lines(world.workspace.audit.ids())
    assert not any(line.client for line in lines)
    assert not any(word in str(lines) for word in ("Perpetua", "Nightingale", "Walked", "Twice"))
    added = next(line for line in lines if line.entry.act == AuditAct.CLIENT_ADDED)
    assert added.entry.object == f"client:{client.id}"
    assert f"client:{client.id}" in str(
        world.workspace.audit.lines(world.workspace.audit.ids(AuditFilter(client_id=client.id)))
    )


def test_a_printed_head_is_known_for_ever_and_another_one_never(world: World) -> None:
    head = world.workspace.audit.head()
    number, groups = head.split(": ")
    world.client()
    for typed in (
        head,
        head.upper(),
        f" {number} {groups}  ",
        f"{number}:{groups.replace(' ', '')}",
        f"{number}-{groups}",
    ):
        answer, entry = world.workspace.audit.was_head(typed)
        assert answer is HeadAnswer.KNOWN
        assert entry is not None
        assert str(entry.id) == number
    other = "0" if groups[0] != "0" else "1"
    for wrong in (f"{number}: {other}{groups[1:]}", f"{int(number) + 1}: {groups}", f"99999: {groups}"):
        assert world.workspace.audit.was_head(wrong) == (HeadAnswer.UNKNOWN, None)


@pytest.mark.parametrize(
    "typed", ["", "12", "12: 9f3c", "nine: " + "9f3c " * 8, "12: " + "9f3g " * 8, "12: " + "9f3c " * 17]
)
def test_what_is_no_head_is_not_looked_for(world: World, typed: str) -> None:
    assert world.workspace.audit.was_head(typed) == (HeadAnswer.NOT_A_HEAD, None)


def test_a_whole_code_may_be_typed_too() -> None:
    code = "9f3c21ab" * 8
    assert head_as_typed(f"12: {code}") == (12, code)
    assert head_as_typed(head_on_paper(f"12:{code}")) == (12, code[:32])


def test_a_broken_trail_proves_no_head(world: World) -> None:
    head = world.workspace.audit.head()
    without_triggers(world, "UPDATE audit SET obj='x' WHERE id=1")
    with pytest.raises(AuditTrailBroken):
        world.workspace.audit.was_head(head)


def test_a_page_about_the_vault_takes_a_serial_and_leaves_an_entry(world: World) -> None:
    record = world.workspace.disclosures.record_page
    assert record("audit_trail", Outlet.PRINTER, lambda serial: (serial.encode(), 2), about="client:1") == "26-0001"
    newest = world.workspace.audit.rows(limit=1)[0]
    assert (newest.act, newest.object) == (AuditAct.PAGE_PRINTED, "client:1")
    assert (newest.detail["serial"], newest.detail["pages"]) == ("26-0001", 2)
    assert act_words(newest) == "Page printed, serial 26-0001"
    entries = world.rows()
    with pytest.raises(ZeroDivisionError):
        record("audit_trail", Outlet.PRINTER, lambda _serial: (b"", 1 // 0))
    assert (world.rows(), world.workspace.disclosures.next_serial()) == (entries, "26-0002")


@pytest.mark.parametrize("act", AuditAct)
def test_every_act_has_words_and_one_kind(act: AuditAct, world: World) -> None:
    words = act_words(AuditEntry(1, world.clock.now(), act, ""))
    assert words != act.value
    assert words[0].isupper() or words[0].isdecimal()
    assert [kind for kind in AuditKind if act in acts_of(kind)] == [kind_of(act)]


def test_every_kind_has_words_of_its_own() -> None:
    assert len({kind_words(kind) for kind in AuditKind}) == len(AuditKind)


def test_an_act_of_a_newer_app_stands_as_it_was_written(world: World) -> None:
    assert act_words(AuditEntry(1, world.clock.now(), "moon.visited", "moon:3")) == "moon.visited"
    assert object_words(AuditEntry(1, world.clock.now(), "moon.visited", "moon:3")) == ""
