import random
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.services.world import World
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.notes import fingerprint
from vitalshift_desktop.domain.problems import BackupCancelled
from vitalshift_desktop.domain.vault_check import Finding, FindingKind
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.own_words import SHORTEST, chosen_words
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vocabulary.check_words import check_lines


def chosen(world: World, seed: int = 1) -> tuple[str, ...]:
    with world.workspace.vault.read() as work:
        return chosen_words(work, random.Random(seed))


def by_hand(world: World, *statements: str) -> None:
    """Change a record as somebody with the key and a database tool could."""
    with world.workspace.vault.write() as work:
        session = work.meta._session
        for name in session.execute(text("SELECT name FROM sqlite_master WHERE type='trigger'")).scalars().all():
            session.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            session.execute(text(statement))


def test_words_are_chosen_from_names_and_notes_and_are_long_enough(world: World) -> None:
    client = world.client("Perpetua Nightingale")
    world.written(world.held(client), "Talked about the lighthouse and the new bus.", "")
    words = chosen(world)
    assert {"Perpetua", "Nightingale", "lighthouse", "Talked"} == set(words)
    assert all(len(word) >= SHORTEST for word in words)


def test_a_short_name_is_looked_for_as_a_whole(world: World) -> None:
    world.workspace.clients.add(ClientDetails(preferred_name="Mo Aribo"))
    world.workspace.clients.add(ClientDetails(preferred_name="Jo B."))
    assert chosen(world) == ("Mo Aribo",)


def test_other_words_are_chosen_each_time(world: World) -> None:
    for number in range(30):
        world.client(f"Clientname{chr(97 + number % 26)}{'x' * (number // 26)}")
    assert chosen(world, 1) == chosen(world, 1)
    assert chosen(world, 1) != chosen(world, 2)


def test_a_sound_vault_passes_its_check_and_the_words_are_only_counted(world: World, tmp_path: Path) -> None:
    client = world.client("Perpetua Nightingale")
    world.signed(world.held(client))
    world.workspace.backups.back_up(tmp_path / "drive", lambda _part: None, lambda: False)
    world.heard.clear()
    check = world.workspace.vault_check.run()
    assert check.ok
    assert (check.signed_notes, check.backups) == (1, 1)
    assert check.words > 2
    assert world.workspace.vault_check.last() == check
    assert [change.subject for change in world.heard] == [Subject.CHECKS]
    said = str([check, check_lines(check), world.workspace.audit.rows()])
    assert not [word for word in chosen(world) if word in said]


def test_a_leaked_name_is_found_and_not_repeated(world: World) -> None:
    world.client("Perpetua Nightingale")
    (world.workspace.vault.folder / "list.csv").write_text("1;nightingale;555")
    check = world.workspace.vault_check.run()
    assert check.findings == (Finding(FindingKind.WORD_FOUND, "list.csv"),)
    assert "ightingale" not in str(check_lines(check))


@pytest.mark.parametrize("deceit", [(), ("UPDATE note SET fingerprint='{fingerprint}' WHERE id={id}",)])
def test_an_altered_signed_note_is_found_even_with_a_new_fingerprint(world: World, deceit: tuple[str, ...]) -> None:
    client = world.client()
    note, other = world.signed(world.held(client, -7)), world.signed(world.held(client, -14))
    by_hand(world, f"UPDATE note_text SET text='Nothing.' WHERE note_id={note.id} AND position=0")
    with world.workspace.vault.read() as work:
        forged = fingerprint(work.notes.get(note.id))
    by_hand(world, *(statement.format(id=note.id, fingerprint=forged) for statement in deceit))
    check = world.workspace.vault_check.run()
    assert check.findings == (Finding(FindingKind.NOTE_ALTERED, str(note.id)),)
    assert check.signed_notes == 2
    at_fault = world.workspace.vault_check.note_at_fault(note.id)
    assert at_fault is not None
    assert (at_fault.client.id, at_fault.day) == (client.id, world.today - timedelta(days=7))
    assert world.workspace.vault_check.note_at_fault(other.id + 99) is None


def test_a_check_is_due_after_a_week(world: World) -> None:
    checks = world.workspace.vault_check
    assert checks.is_due()
    checks.run()
    assert not checks.is_due()
    world.clock.advance(days=6, hours=23)
    assert not checks.is_due()
    world.clock.advance(hours=1)
    assert checks.is_due()


def test_a_check_that_was_stopped_stays_due(world: World) -> None:
    with pytest.raises(BackupCancelled):
        world.workspace.vault_check.run(cancelled=lambda: True)
    assert world.workspace.vault_check.is_due()


def test_a_check_is_due_at_once_when_the_opening_noticed_something(ready_vault: ReadyVault, world: World) -> None:
    world.workspace.vault_check.run()
    world.workspace.close()
    (ready_vault.folder / "vault.seal").unlink()
    again = Workspace(ready_vault.open(now=world.clock.now), world.clock, Events())
    assert again.vault_check.is_due()
    again.vault_check.run()
    assert not again.vault_check.is_due()
    again.close()
