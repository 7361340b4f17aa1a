"""Every vault that a release ever wrote opens, is brought up to date and holds what was put into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.vault.old_vaults.facts import facts_of
from tests.vault.old_vaults.kept import OldVault, kept, versions
from vitalshift_desktop import __version__
from vitalshift_desktop.domain.agreed_snapshots import is_unaltered
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backups import Compared
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.instruments import definition_of
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.migrate import latest, version_of
from vitalshift_desktop.vault.vault import Vault


@pytest.fixture(params=versions())
def old(request: pytest.FixtureRequest, tmp_path: Path) -> OldVault:
    return kept(request.param, tmp_path / "old")


@contextmanager
def opened(old: OldVault, secret: str | RecoveryCode) -> Iterator[Workspace]:
    clock = FakeClock()
    clock.advance(days=400)
    workspace = Workspace(Vault.open(old.folder, secret, paths=old.paths, now=clock.now), clock, Events())
    try:
        yield workspace
    finally:
        workspace.close()


def acts_in(workspace: Workspace, limit: int) -> list[str]:
    with workspace.vault.read() as work:
        return [entry.act for entry in work.audit.entries(limit)]


def step_of(old: OldVault) -> int:
    """The number of the newest migration that the records went through."""
    header = read_header((old.folder / "vault.hdr").read_bytes())
    key = unlocked(header, old.code)
    with Connector(old.folder / "vault.db", key, header.salt, read_only=True) as connector, connector.apart() as raw:
        found = version_of(raw)
    key.wipe()
    return found


def test_the_first_release_is_kept_for_ever_and_so_is_this_one_once_it_is_out() -> None:
    assert "0.1.0" in versions()
    assert all(version <= __version__ for version in versions())


def test_an_old_vault_opens_with_its_passphrase_and_everything_is_in_it(old: OldVault) -> None:
    with opened(old, old.passphrase) as workspace:
        assert workspace.warnings == ()
        assert facts_of(workspace) == old.facts
    with opened(old, old.passphrase) as workspace:
        assert (workspace.warnings, facts_of(workspace)) == ((), old.facts)


def test_the_agreements_of_an_old_vault_are_as_they_were_agreed(old: OldVault) -> None:
    with opened(old, old.passphrase) as workspace, workspace.vault.read() as work:
        agreed = work.agreements.after(0, 100)
        assert agreed
        assert all(is_unaltered(one) for one in agreed)
        assert work.agreements.agreed_otherwise() == set()


def test_an_old_vault_opens_with_its_recovery_code_and_everything_is_in_it(old: OldVault) -> None:
    with opened(old, old.code) as workspace:
        assert facts_of(workspace) == old.facts
    with pytest.raises(WrongSecret), opened(old, "another passphrase than that"):
        pass


def test_the_clients_of_an_old_vault_have_one_episode_that_holds_their_sessions(old: OldVault) -> None:
    with opened(old, old.passphrase) as workspace, workspace.vault.read() as work:
        for client in work.clients.all():
            sessions = work.sessions.of_client(client.id)
            if sessions or client.status is not ClientStatus.ENQUIRY:
                (episode,) = work.episodes.of_client(client.id)
                assert episode.opened_on == min([client.since, *(one.day for one in sessions)])
                assert episode.is_open == (client.status is not ClientStatus.CLOSED)
                assert {one.episode_id for one in sessions} <= {episode.id}


def test_an_old_vault_is_brought_up_to_date_after_a_proven_backup(old: OldVault) -> None:
    before = step_of(old)
    with opened(old, old.passphrase) as workspace:
        acts = acts_in(workspace, 20)
        assert workspace.vault.check().ok
    assert (AuditAct.VAULT_MIGRATED.value in acts) == (before < latest())
    made = list(old.folder.rglob("*.vsbackup"))
    assert len(made) == (before < latest())
    for backup in made:
        verify_backup(backup, old.passphrase, scratch=old.folder.parent)
    assert step_of(old) == latest()


def test_the_audit_trail_of_an_old_vault_verifies_and_goes_on(old: OldVault) -> None:
    with opened(old, old.passphrase) as workspace:
        assert workspace.audit.verify() > old.told["entries"]
        signed = [note for client in old.facts["clients"] for note in client["notes"] if note["signed"]]
        acts = acts_in(workspace, old.told["entries"] + 20)
        assert acts.count(AuditAct.NOTE_SIGNED.value) == len(signed) > 0
        assert all(note["unaltered"] for note in signed)


def test_the_backup_of_an_old_vault_verifies_by_passphrase_and_by_code(old: OldVault) -> None:
    by_passphrase = verify_backup(old.backup, old.passphrase, scratch=old.folder.parent)
    assert verify_backup(old.backup, old.code, scratch=old.folder.parent) == by_passphrase
    assert by_passphrase.counts["client"] == len(old.facts_of_backup["clients"])


@pytest.mark.parametrize("by_code", [False, True], ids=["passphrase", "code"])
def test_the_backup_of_an_old_vault_is_restored_over_the_vault_and_everything_expected_is_in_it(
    old: OldVault, by_code: bool
) -> None:
    secret = old.code if by_code else old.passphrase
    restore = Restoring(FakeClock(), old.paths).prepare(old.backup, secret, old.folder)
    clients = {line.what: (line.now, line.in_backup) for line in restore.compared}[Compared.CLIENTS]
    assert clients == (len(old.facts["clients"]), len(old.facts_of_backup["clients"]))
    aside = restore.switch()
    assert aside is not None
    demand_restored(old, secret)
    before = replace(old, folder=aside, paths=DevicePaths(aside.with_name("no-memory")))
    with opened(before, secret) as workspace:
        assert facts_of(workspace) == old.facts


def test_the_backup_of_an_old_vault_is_restored_on_a_new_computer(old: OldVault, tmp_path: Path) -> None:
    new = replace(old, folder=tmp_path / "new" / "Practice.vshift", paths=DevicePaths(tmp_path / "new-device"))
    assert Restoring(FakeClock(), new.paths).prepare(old.backup, old.code, new.folder).switch() is None
    demand_restored(new, old.code)


def demand_restored(restored: OldVault, secret: str | RecoveryCode) -> None:
    """The restored vault opens without a warning, is brought up to date and holds what the backup held."""
    with opened(restored, secret) as workspace:
        assert workspace.warnings == ()
        assert facts_of(workspace) == restored.facts_of_backup
        assert workspace.audit.verify() > 0
        assert workspace.vault.check().ok
        assert AuditAct.DATA_RESTORED.value in acts_in(workspace, 20)
    assert step_of(restored) == latest()
    with opened(restored, restored.passphrase) as workspace:
        assert facts_of(workspace) == restored.facts_of_backup


def test_every_form_of_an_old_vault_has_the_definition_it_was_scored_with(old: OldVault) -> None:
    with opened(old, old.passphrase) as workspace, workspace.vault.read() as work:
        forms = [form for client in work.clients.all() for form in work.measures.of_client(client.id)]
        assert forms
        assert {(form.flags, form.definition_id is None) for form in forms} == {((), False)}
        assert all(definition_of(work, form).version == form.instrument_version for form in forms)
