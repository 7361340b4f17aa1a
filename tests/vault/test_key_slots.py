import pytest

from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.key_slots import KdfCost, new_passphrase_slot, unlocked
from vitalshift_desktop.vault.keys.slots import Argon2Settings, SlotType
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey, wipe

MIB = 1024


def header_with(passphrase: str, key: VaultKey) -> Header:
    header = Header("11111111-2222-4333-8444-555555555555", seq=1, epoch=1, created=1, salt=bytes(16), slots=())
    return header.with_slot(new_passphrase_slot(header, passphrase, key, KdfCost.floor())).signed_by(key)


def opens(header: Header, passphrase: str, key: VaultKey) -> bool:
    try:
        found = unlocked(header, passphrase)
    except WrongSecret:
        return False
    with found.exposed() as one, key.exposed() as other:
        return one == other


def test_composed_and_decomposed_letters_and_odd_spaces_open_the_same_vault() -> None:
    key = VaultKey.random()
    assert opens(header_with("caf\u00e9 s\u00fcd ost west", key), "cafe\u0301 su\u0308d\u00a0ost\u2003west", key)


def test_a_space_at_the_end_matters() -> None:
    key = VaultKey.random()
    header = header_with("a quiet lane ", key)
    assert opens(header, "a quiet lane ", key)
    assert not opens(header, "a quiet lane", key)


def test_two_hundred_letters_and_pictures_open_a_vault() -> None:
    key, passphrase = VaultKey.random(), "🦉 owl " * 40
    assert len(passphrase) > 200
    assert opens(header_with(passphrase, key), passphrase, key)


def test_keys_for_different_purposes_have_nothing_in_common(ready_vault: ReadyVault) -> None:
    derived = []
    for label in KeyLabel:
        with ready_vault.key.derived(label) as part:
            derived.append(bytes(part))
        assert part == bytes(32), "wiped afterwards"
    assert len(set(derived)) == len(KeyLabel)


def test_key_purposes_keep_their_names() -> None:
    key = VaultKey(bytearray(range(32)))
    with key.derived(KeyLabel.DATABASE) as part:
        assert part.hex() == "90f238b626923cfd61a36e26cd28d1ea81df2561ba1c2080322c59462bdeac7d"
    assert [label.value for label in KeyLabel] == [
        *(
            "db",
            "hdr-mac",
            "seal",
            "anchor",
            "audit",
            "backup-manifest",
            "backup-rows",
            "draft-emergency",
            "prev-epoch",
        ),
    ]


def test_neither_key_nor_code_shows_in_its_repr(ready_vault: ReadyVault) -> None:
    with ready_vault.key.exposed() as key:
        assert key.hex() not in repr(ready_vault.key)
    assert ready_vault.code.groups[1] not in repr(ready_vault.code)


def test_wiped_secrets_are_zeros() -> None:
    secret = bytearray(b"secret")
    wipe(secret)
    assert secret == bytes(6)


def test_the_slot_keeps_the_cost_it_was_made_with(ready_vault: ReadyVault) -> None:
    (slot,) = read_header((ready_vault.folder / "vault.hdr").read_bytes()).slots_of(SlotType.PASSPHRASE)
    assert isinstance(slot.kdf, Argon2Settings)
    assert KdfCost.of(slot) == KdfCost.floor()
    assert (slot.kdf.m_kib, slot.kdf.t, slot.kdf.p) == (64 * MIB, 3, 4)


@pytest.mark.parametrize(
    ("speed", "memory_mib", "chosen_mib"),
    [
        (0.1, 64 * 1024, 1024),
        (0.3, 64 * 1024, 512),
        (0.6, 64 * 1024, 256),
        (0.1, 4 * 1024, 512),
        (0.1, 2 * 1024, 256),
        (3.0, 64 * 1024, 128),
        (9.0, 64 * 1024, 64),
    ],
)
def test_the_cost_follows_the_speed_and_memory_of_the_computer(speed: float, memory_mib: int, chosen_mib: int) -> None:
    def seconds(cost: KdfCost) -> float:
        return speed * cost.m_kib / (256 * MIB)

    assert KdfCost.calibrated(seconds, memory_mib) == KdfCost(chosen_mib * MIB)


def test_a_computer_without_room_falls_to_the_floor() -> None:
    def seconds(cost: KdfCost) -> float:
        if cost.m_kib > 64 * MIB:
            raise MemoryError
        return 0.1

    assert KdfCost.calibrated(seconds, 64 * 1024) == KdfCost.floor()


def test_the_passphrase_opens_the_ready_vault(ready_vault: ReadyVault) -> None:
    header = read_header((ready_vault.folder / "vault.hdr").read_bytes())
    assert opens(header, PASSPHRASE, ready_vault.key)
