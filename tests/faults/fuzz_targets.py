"""Everything that reads what somebody else may have written, each with inputs that are almost right.

A target takes dice and tries one input; it may raise what it names and nothing else.
"""

import hashlib
import json
import random
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.mutations import bytes_changed, text_changed, values_changed
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.assets import assets_in
from vitalshift_desktop.domain.problems import RecoveryCodeTypo, VaultInUse, VaultProblem
from vitalshift_desktop.services.instrument_files import InstrumentInvalid, read_instrument
from vitalshift_desktop.services.sample_entry import SampleInvalid
from vitalshift_desktop.services.sample_format import read_client, read_practice
from vitalshift_desktop.vault.anchor import read_anchor
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.backups.backup_file import opened_archive, read_manifest, small_file
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.documents import BadDocument, canonical, signed
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.header_files import device_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.throttle import seconds_to_wait
from vitalshift_desktop.vault.keys.vault_key import KeyLabel
from vitalshift_desktop.vault.seal import SealState, seal_state
from vitalshift_desktop.vault.vault import utc_now

Try = Callable[[random.Random], object]


@dataclass(frozen=True, slots=True)
class Target:
    """One reader: how to try one input on it, what it may raise, and its share of the inputs in a thousand."""

    attempt: Try
    known: tuple[type[Exception], ...]
    share: int


def targets(vault: ReadyVault, backup: Path, scratch: Path) -> dict[str, Target]:
    """Every reader, over this vault and this backup of it; files are written in `scratch`."""
    return {
        **_headers(vault),
        **_manifests(vault, backup),
        **_of_this_computer(vault),
        "recovery code": Target(_code(vault), (RecoveryCodeTypo,), 120),
        "backup file": Target(_backup_file(vault, backup, scratch), (VaultProblem,), 70),
        "lock file": Target(_lock_file(scratch), (VaultInUse,), 30),
        "folder": Target(_folder(vault), (VaultProblem,), 20),
        "sample": Target(_sample(), (SampleInvalid,), 60),
        "instrument": Target(_instrument(), (InstrumentInvalid,), 60),
    }


def with_sum(document: dict[str, Any]) -> bytes:
    """A header's bytes with a right sum, as a careful attacker would write them."""
    rest = {key: value for key, value in document.items() if key != "sum"}
    return canonical({**rest, "sum": hashlib.sha256(canonical(rest)).hexdigest()})


def _headers(vault: ReadyVault) -> dict[str, Target]:
    data = (vault.folder / "vault.hdr").read_bytes()

    def odd_values(dice: random.Random) -> None:
        document = json.loads(data)
        del document["sum"]
        values_changed(document, dice)
        unlocked(read_header(with_sum(document)), vault.code).wipe()

    known = (BadDocument, VaultProblem)
    return {
        "header bytes": Target(lambda dice: read_header(bytes_changed(data, dice)), known, 280),
        "header values": Target(odd_values, known, 150),
    }


def _manifests(vault: ReadyVault, backup: Path) -> dict[str, Target]:
    with opened_archive(backup) as archive:
        data = small_file(archive, "manifest.json")
    rest = {key: value for key, value in json.loads(data).items() if key != "mac"}

    def odd_values(dice: random.Random) -> None:
        document = deepcopy(rest)
        values_changed(document, dice)
        with vault.key.derived(KeyLabel.BACKUP) as key:
            signed_again = signed(document, key)
        read_manifest(signed_again, vault.key)

    return {
        "manifest bytes": Target(
            lambda dice: read_manifest(bytes_changed(data, dice), vault.key), (VaultProblem,), 100
        ),
        "manifest values": Target(odd_values, (VaultProblem,), 50),
    }


def _of_this_computer(vault: ReadyVault) -> dict[str, Target]:
    header = read_header((vault.folder / "vault.hdr").read_bytes())
    anchor, seal = vault.paths.anchor(header.vault_id), vault.folder / "vault.seal"
    state, kept = vault.paths.unlock_state, vault.paths.header(header.vault_id)
    whole = {path: path.read_bytes() for path in (anchor, seal, kept)}
    whole[state] = canonical({header.vault_id: {"failures": 3, "next_at": 0}})
    place = VaultPaths(vault.folder)

    def mutated(path: Path, label: KeyLabel | None, dice: random.Random) -> None:
        document = json.loads(whole[path])
        document.pop("mac", None)
        values_changed(document, dice)
        if label is None or dice.random() < 0.5:
            path.write_bytes(bytes_changed(whole[path], dice))
            return
        with vault.key.derived(label) as key, suppress(ValueError):  # a value that no document can hold
            path.write_bytes(signed(document, key))

    def read_the_anchor(dice: random.Random) -> None:
        mutated(anchor, KeyLabel.ANCHOR, dice)
        read_anchor(vault.paths, vault.key, header.vault_id)

    def read_the_seal(dice: random.Random) -> None:
        mutated(seal, KeyLabel.SEAL, dice)
        assert seal_state(place, vault.key, header.vault_id, None)[0] is not SealState.WHOLE

    def read_the_state(dice: random.Random) -> None:
        state.write_bytes(bytes_changed(whole[state], dice))
        assert 0 <= seconds_to_wait(vault.folder, vault.paths, utc_now) <= 30

    def read_the_copy(dice: random.Random) -> None:
        kept.write_bytes(bytes_changed(whole[kept], dice))
        device_header(place, vault.paths)

    return {
        "anchor": Target(read_the_anchor, (BadDocument,), 20),
        "seal": Target(read_the_seal, (), 20),
        "unlock state": Target(read_the_state, (), 10),
        "device header": Target(read_the_copy, (), 10),
    }


def _code(vault: ReadyVault) -> Try:
    return lambda dice: RecoveryCode.parse(text_changed(vault.code.text, dice))


def _backup_file(vault: ReadyVault, backup: Path, scratch: Path) -> Try:
    data = backup.read_bytes()
    path = scratch / "mutated.vsbackup"

    def attempt(dice: random.Random) -> None:
        ends = dice.random() < 0.8  # where header, list and the zip's own words lie
        kept = (data[:1400], data[1400:-5000], data[-5000:])
        head, middle, tail = (
            (bytes_changed(kept[0], dice), kept[1], bytes_changed(kept[2], dice))
            if ends
            else (kept[0], bytes_changed(kept[1], dice), kept[2])
        )
        path.write_bytes(head + middle + tail)
        verify_backup(path, vault.key, scratch=scratch)

    return attempt


def _lock_file(scratch: Path) -> Try:
    path = scratch / "vault.lock"

    def attempt(dice: random.Random) -> None:
        holder = LockFile(path)
        try:
            path.write_bytes(bytes_changed(b' {"host":"elsewhere","pid":4711}', dice))
            LockFile(path).release()
        finally:
            holder.release()

    return attempt


def _folder(vault: ReadyVault) -> Try:
    """Everything around the records at once, as somebody with the folder and this computer could leave it."""
    files = {path: path.read_bytes() for path in (*vault.folder.glob("vault.*"), *vault.paths.data.iterdir())}

    def attempt(dice: random.Random) -> None:
        for path, data in files.items():
            small = path.suffix != ".db"
            path.write_bytes(bytes_changed(data, dice) if small and dice.random() < 0.4 else data)
        for path in vault.folder.glob("vault.db-*"):
            path.unlink()
        vault.open().close()

    return attempt


def _sample() -> Try:
    clients = [json.loads(path.read_text("utf-8")) for path in assets_in("sample_practice", "clients", suffix=".json")]
    (practice,) = (
        json.loads(path.read_text("utf-8"))
        for path in assets_in("sample_practice", suffix=".json")
        if path.name == "practice.json"
    )

    def attempt(dice: random.Random) -> None:
        place = dice.randrange(len(clients) + 1)
        document = deepcopy(clients[place] if place < len(clients) else practice)
        values_changed(document, dice)
        (read_client if place < len(clients) else read_practice)(document, "a file")

    return attempt


def _instrument() -> Try:
    texts = [path.read_text("utf-8") for path in assets_in("instruments", suffix=".json")]

    def attempt(dice: random.Random) -> None:
        document = json.loads(dice.choice(texts))
        values_changed(document, dice)
        text = json.dumps(document)
        if dice.random() < 0.3:
            text = bytes_changed(text.encode(), dice).decode("utf-8", "surrogateescape")
        read_instrument(text, "a file")

    return attempt
