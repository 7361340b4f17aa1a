import hashlib
import json
import time
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import (
    HeaderTampered,
    KeySettingsOutOfBounds,
    VaultIsNewer,
    WrongSecret,
)
from vitalshift_desktop.vault.files.documents import BadDocument, Json, canonical
from vitalshift_desktop.vault.keys.header import Header, Previous, read_header
from vitalshift_desktop.vault.keys.key_slots import new_recovery_slot, unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.slots import HkdfSettings, Slot, SlotType, Wrap
from vitalshift_desktop.vault.keys.vault_key import VaultKey

Document = dict[str, Json]


def header_file(vault: ReadyVault) -> Path:
    return vault.folder / "vault.hdr"


def document(vault: ReadyVault) -> Document:
    loaded: Document = json.loads(header_file(vault).read_bytes())
    return loaded


def summed(changed: Document) -> bytes:
    """The bytes of a changed header whose sum is right again, as a careful attacker would write them."""
    rest = {key: value for key, value in changed.items() if key != "sum"}
    return canonical({**rest, "sum": hashlib.sha256(canonical(rest)).hexdigest()})


def small_header() -> Header:
    return Header("11111111-2222-4333-8444-555555555555", seq=1, epoch=1, created=1, salt=bytes(16), slots=())


def test_header_on_the_drive_has_exactly_the_parts_of_its_format(ready_vault: ReadyVault) -> None:
    found = document(ready_vault)
    assert set(found) == {
        *("magic", "format", "min_reader", "vault_id", "seq", "epoch", "created", "db", "slots", "mac", "sum"),
    }
    assert (found["magic"], found["format"], found["min_reader"]) == ("VSHIFT", 1, 1)
    raw = json.loads(header_file(ready_vault).read_bytes())
    assert set(raw["db"]) == {"engine", "page_size", "salt"}
    assert raw["db"]["engine"] == "sqlcipher4"
    assert raw["db"]["page_size"] == 4096
    passphrase, recovery = raw["slots"]
    assert (passphrase["type"], recovery["type"]) == ("passphrase", "recovery")
    assert set(passphrase["kdf"]) == {"alg", "v", "m_kib", "t", "p", "salt"}
    assert (passphrase["kdf"]["alg"], passphrase["kdf"]["v"]) == ("argon2id", 19)
    assert set(recovery["kdf"]) == {"alg", "salt"}
    assert set(passphrase["wrap"]) == {"alg", "nonce", "ct"}
    assert {len(raw["mac"]), len(raw["sum"])} == {64}


def test_both_copies_and_the_one_of_this_computer_are_the_same(ready_vault: ReadyVault) -> None:
    copies = [header_file(ready_vault), ready_vault.folder / "vault.hdr2", *ready_vault.paths.data.glob("header-*.hdr")]
    assert len(copies) == 3
    assert len({copy.read_bytes() for copy in copies}) == 1


def test_a_header_reads_back_as_it_was_written(ready_vault: ReadyVault) -> None:
    data = header_file(ready_vault).read_bytes()
    assert read_header(data).to_bytes() == data


def test_any_changed_byte_of_a_header_is_noticed(ready_vault: ReadyVault) -> None:
    data = header_file(ready_vault).read_bytes()
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        with pytest.raises(BadDocument):
            read_header(bytes(changed))


def test_a_pending_rotation_is_part_of_the_format() -> None:
    key = VaultKey.random()
    header = small_header()
    header = header.with_slot(new_recovery_slot(header, RecoveryCode.random(), key))
    previous = Previous(salt=bytes(range(16)), epoch=1, nonce=bytes(12), wrapped=bytes(48))
    pending = Header(**{**{f: getattr(header, f) for f in header.__slots__}, "previous": previous}).signed_by(key)
    assert read_header(pending.to_bytes()) == pending
    assert pending.is_signed_by(key)


def test_a_slot_for_the_key_store_of_the_system_is_accepted() -> None:
    slot = Slot(3, SlotType.OS, HkdfSettings(bytes(16)), Wrap(bytes(12), bytes(48)))
    key = VaultKey.random()
    header = small_header().with_slot(slot).signed_by(key)
    assert read_header(header.to_bytes()).slots == (slot,)


def test_weaker_or_monstrous_key_settings_are_refused_before_anything_is_derived(ready_vault: ReadyVault) -> None:
    for settings in ({"m_kib": 8 * 1024}, {"m_kib": 2**30}, {"t": 1}, {"t": 65}, {"p": 0}, {"p": 65}):
        raw = json.loads(header_file(ready_vault).read_bytes())
        raw["slots"][0]["kdf"].update(settings)
        start = time.perf_counter()
        with pytest.raises(KeySettingsOutOfBounds):
            read_header(summed(raw))
        assert time.perf_counter() - start < 0.05


def test_a_header_for_newer_readers_is_called_newer_even_if_its_parts_are_unknown(ready_vault: ReadyVault) -> None:
    with pytest.raises(VaultIsNewer):
        read_header(summed({**document(ready_vault), "min_reader": 2, "something_new": True}))


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"format": 2},
        {"vault_id": "not-a-uuid"},
        {"seq": 0},
        {"seq": True},
        {"seq": "1"},
        {"epoch": 0},
        {"created": -1},
        {"slots": []},
        {"slots": [1]},
        {"slots": {}},
        {"db": {}},
        {"db": None},
        {"mac": "00"},
        {"prev": None},
        {"prev": {}},
        {"magic": "VSHIFU"},
        {"min_reader": 0},
    ],
)
def test_a_header_with_parts_out_of_form_is_refused(ready_vault: ReadyVault, change: Document) -> None:
    with pytest.raises(BadDocument):
        read_header(summed({**document(ready_vault), **change}))


def test_two_slots_of_one_id_are_refused(ready_vault: ReadyVault) -> None:
    raw = json.loads(header_file(ready_vault).read_bytes())
    raw["slots"][1]["id"] = raw["slots"][0]["id"]
    with pytest.raises(BadDocument):
        read_header(summed(raw))


def test_a_removed_slot_is_noticed_once_the_key_is_known(ready_vault: ReadyVault) -> None:
    raw = json.loads(header_file(ready_vault).read_bytes())
    del raw["slots"][0]
    with pytest.raises(HeaderTampered):
        unlocked(read_header(summed(raw)), ready_vault.code)


@pytest.mark.parametrize("field", ["vault_id", "epoch", "id", "type", "salt"])
def test_a_wrapped_key_opens_only_in_its_own_vault_slot_and_setting(ready_vault: ReadyVault, field: str) -> None:
    raw = json.loads(header_file(ready_vault).read_bytes())
    slot = raw["slots"][1]
    changes = {
        "vault_id": lambda: raw.update(vault_id="11111111-2222-4333-8444-555555555555"),
        "epoch": lambda: raw.update(epoch=2),
        "id": lambda: slot.update(id=77),
        "type": lambda: slot.update(type="os"),
        "salt": lambda: slot["kdf"].update(salt="AAAAAAAAAAAAAAAAAAAAAA=="),
    }
    changes[field]()
    with pytest.raises(WrongSecret):
        unlocked(read_header(summed(raw)), ready_vault.code)
