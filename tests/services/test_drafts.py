"""Half-filled forms across a lock, also when the vault's drive is full."""

import pytest

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.drafts import HalfFilled, as_text, from_text
from vitalshift_desktop.domain.problems import DiskFull
from vitalshift_desktop.services.drafts import Drafts
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.emergency_draft import MAGIC, EmergencyDraft
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

WORD = "Quittenmarmelade"
FORM = HalfFilled("client_form:3", {"name": WORD, "born": ""}, {"name": "", "born": ""})
OTHER = HalfFilled("summary:4", {"next": "one\ntwo – “three”"}, {"next": ""})


def _again(ready: ReadyVault, clock: FakeClock) -> Workspace:
    return Workspace(ready.open(now=clock.now), clock, Events())


def _full(_shelf: object, _draft: object) -> None:
    raise DiskFull


def test_what_was_kept_is_there_after_the_lock_with_its_time(
    world: World, ready_vault: ReadyVault, clock: FakeClock
) -> None:
    at = clock.now()
    assert world.workspace.drafts.keep([FORM, OTHER])
    world.workspace.close()
    clock.advance(hours=3)
    later = _again(ready_vault, clock)
    assert [(draft.form, draft.at) for draft in later.drafts.kept()] == [(FORM, at), (OTHER, at)]
    later.drafts.settle(FORM.place)
    later.drafts.settle("never there")
    assert [draft.form for draft in later.drafts.kept()] == [OTHER]
    later.drafts.discard()
    assert later.drafts.kept() == ()
    later.close()


def test_a_form_that_is_kept_again_takes_the_place_of_its_older_draft(world: World) -> None:
    world.workspace.drafts.keep([FORM])
    newer = HalfFilled(FORM.place, {"name": "another"}, {"name": ""})
    world.workspace.drafts.keep([newer])
    assert [draft.form for draft in world.workspace.drafts.kept()] == [newer]


def test_on_a_full_drive_the_forms_lie_encrypted_on_this_computer_and_are_taken_in(
    world: World, ready_vault: ReadyVault, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr("vitalshift_desktop.vault.records.drafts.DraftShelf.keep", _full)
        assert world.workspace.drafts.keep([FORM, OTHER])
    world.workspace.close()
    file = ready_vault.paths.emergency_draft(ready_vault_id(world))
    data = file.read_bytes()
    assert data.startswith(MAGIC)
    assert WORD.encode() not in data
    assert file.stat().st_mode & 0o077 == 0
    later = _again(ready_vault, clock)
    assert {draft.form.place for draft in later.drafts.kept()} == {FORM.place, OTHER.place}
    assert not file.exists()
    later.close()


def test_what_one_form_put_aside_on_a_full_drive_is_not_lost_to_the_next(
    world: World, ready_vault: ReadyVault, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr("vitalshift_desktop.vault.records.drafts.DraftShelf.keep", _full)
        assert world.workspace.drafts.keep([FORM])
        assert world.workspace.drafts.keep([OTHER])
    world.workspace.close()
    later = _again(ready_vault, clock)
    assert [draft.form for draft in later.drafts.kept()] == [FORM, OTHER]
    later.close()


def test_what_was_put_aside_does_not_come_back_over_what_was_kept_or_settled_since(
    world: World, ready_vault: ReadyVault, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr("vitalshift_desktop.vault.records.drafts.DraftShelf.keep", _full)
        world.workspace.drafts.keep([FORM, OTHER])
    longer = HalfFilled(FORM.place, {"name": "and what was typed since"}, {"name": ""})
    assert world.workspace.drafts.keep([longer])
    world.workspace.drafts.settle(OTHER.place)
    assert not ready_vault.paths.emergency_draft(ready_vault_id(world)).exists()
    world.workspace.close()
    later = _again(ready_vault, clock)
    assert [draft.form for draft in later.drafts.kept()] == [longer]
    later.close()


def test_half_a_sign_in_a_form_neither_holds_up_the_lock_nor_costs_its_text(
    world: World, ready_vault: ReadyVault, clock: FakeClock
) -> None:
    odd = HalfFilled("capture:1", {"capture.text": "All of this \ud83d"}, {"capture.text": ""})
    assert world.workspace.drafts.keep([odd, OTHER])
    world.workspace.close()
    later = _again(ready_vault, clock)
    assert {draft.form.place for draft in later.drafts.kept()} == {"capture:1", OTHER.place}
    assert "All of this" in next(iter(later.drafts.kept())).form.fields["capture.text"]
    later.close()


def ready_vault_id(world: World) -> str:
    return world.workspace.vault_id


def test_where_nothing_can_be_written_it_says_no_and_raises_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_draft: object, _text: str) -> None:
        raise DiskFull

    monkeypatch.setattr("vitalshift_desktop.vault.records.drafts.DraftShelf.keep", _full)
    monkeypatch.setattr(EmergencyDraft, "write", refuse)
    assert not world.workspace.drafts.keep([FORM])
    assert world.workspace.drafts.keep([])


def test_half_of_the_forms_is_never_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The emergency file takes all of them when the second one fails; the vault none."""
    work_of: list[UnitOfWork] = []
    from vitalshift_desktop.vault.records.drafts import DraftShelf

    real = DraftShelf.keep

    def second_fails(shelf: DraftShelf, draft: object) -> None:
        if draft.form == OTHER:  # type: ignore[attr-defined]  # a draft
            raise DiskFull
        real(shelf, draft)  # type: ignore[arg-type]  # a draft

    with monkeypatch.context() as fault:
        fault.setattr(DraftShelf, "keep", second_fails)
        assert world.workspace.drafts.keep([FORM, OTHER])
    with world.workspace.vault.read() as work:
        work_of.append(work)
        assert work.drafts.all() == ()
    assert len(world.workspace.drafts.kept()) == 2


@pytest.mark.parametrize("spoil", ["flip", "cut", "other key", "foreign"])
def test_a_spoiled_emergency_file_is_left_alone_and_opens_no_draft(
    ready_vault: ReadyVault, open_vault: Vault, clock: FakeClock, spoil: str
) -> None:
    file = ready_vault.paths.emergency_draft(open_vault.vault_id)
    open_vault.emergency_draft.write(as_text([FORM]))
    data = bytearray(file.read_bytes())
    if spoil == "flip":
        data[-1] ^= 1
    elif spoil == "cut":
        del data[15:]
    elif spoil == "other key":
        other = EmergencyDraft(ready_vault.paths, ready_vault.key.random(), open_vault.vault_id)
        other.write(as_text([FORM]))
        data = bytearray(file.read_bytes())
    else:
        data[:] = b"something else"
    file.write_bytes(data)
    assert Drafts(open_vault, clock).kept() == ()
    assert file.read_bytes() == data


def test_an_emergency_file_of_another_shape_is_left_alone(
    ready_vault: ReadyVault, open_vault: Vault, clock: FakeClock
) -> None:
    for text in ("[1]", "{", '[{"place": "x"}]', '{"a": 1}', '[{"place": "x", "fields": 3, "base": {}}]'):
        open_vault.emergency_draft.write(text)
        assert Drafts(open_vault, clock).kept() == ()
        assert open_vault.emergency_draft.read() == text


def test_forms_survive_the_text_they_are_written_as() -> None:
    assert from_text(as_text([FORM, OTHER])) == (FORM, OTHER)
    assert FORM.is_changed
    assert not HalfFilled("x", {"a": "1"}, {"a": "1"}).is_changed
