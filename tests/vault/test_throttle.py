import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import copies, header_of
from vitalshift_desktop.domain.problems import TooManyTries, WrongSecret
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.throttle import Throttle, seconds_to_wait

ID = "11111111-2222-4333-8444-555555555555"


class Monotonic:
    """Seconds since this computer started."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def monotonic() -> Monotonic:
    return Monotonic()


def throttle_of(path: Path, clock: FakeClock, monotonic: Monotonic) -> Throttle:
    return Throttle(DevicePaths(path / "app"), clock.now, monotonic)


def test_four_failures_are_free_and_the_fifth_starts_a_pause(
    tmp_path: Path, clock: FakeClock, monotonic: Monotonic
) -> None:
    throttle = throttle_of(tmp_path, clock, monotonic)
    for _ in range(4):
        throttle.failed(ID)
        throttle.check(ID)
    throttle.failed(ID)
    with pytest.raises(TooManyTries) as caught:
        throttle.check(ID)
    assert caught.value.seconds == 30
    assert throttle.failures(ID) == 5


def test_the_pause_ends_after_thirty_seconds_and_the_next_failure_starts_another(
    tmp_path: Path, clock: FakeClock, monotonic: Monotonic
) -> None:
    throttle = throttle_of(tmp_path, clock, monotonic)
    for _ in range(5):
        throttle.failed(ID)
    clock.advance(seconds=29)
    monotonic.seconds += 29
    assert throttle.seconds_to_wait(ID) == 1
    clock.advance(seconds=1)
    monotonic.seconds += 1
    throttle.check(ID)
    throttle.failed(ID)
    assert throttle.seconds_to_wait(ID) == 30


def test_turning_the_clock_forward_does_not_end_the_pause_in_the_same_run(
    tmp_path: Path, clock: FakeClock, monotonic: Monotonic
) -> None:
    throttle = throttle_of(tmp_path, clock, monotonic)
    for _ in range(5):
        throttle.failed(ID)
    clock.advance(days=1)
    assert throttle.seconds_to_wait(ID) == 30


def test_turning_the_clock_back_shuts_nobody_out(tmp_path: Path, clock: FakeClock, monotonic: Monotonic) -> None:
    throttle = throttle_of(tmp_path, clock, monotonic)
    for _ in range(5):
        throttle.failed(ID)
    clock.advance(days=-400)
    monotonic.seconds += 30
    throttle.check(ID)


def test_one_vault_does_not_slow_another_and_success_forgets(
    tmp_path: Path, clock: FakeClock, monotonic: Monotonic
) -> None:
    throttle = throttle_of(tmp_path, clock, monotonic)
    for _ in range(5):
        throttle.failed(ID)
    throttle.check(ID.replace("1", "2"))
    throttle.cleared(ID)
    throttle.check(ID)
    assert throttle.failures(ID) == 0


def test_the_count_survives_a_restart_and_a_damaged_file_counts_as_none(
    ready_vault: ReadyVault, clock: FakeClock
) -> None:
    for _ in range(5):
        Throttle(ready_vault.paths, clock.now).failed(vault_id(ready_vault))
    assert seconds_to_wait(ready_vault.folder, ready_vault.paths, clock.now) == 30
    with pytest.raises(TooManyTries):
        ready_vault.open("not even tried", now=clock.now)
    ready_vault.open(ready_vault.code, now=clock.now).close()
    assert seconds_to_wait(ready_vault.folder, ready_vault.paths, clock.now) == 0
    ready_vault.paths.unlock_state.write_bytes(b'{"x":{"failures":"many"}}')
    assert Throttle(ready_vault.paths, clock.now).failures("x") == 0


def test_a_wrong_passphrase_counts_and_leaves_the_vault_alone(ready_vault: ReadyVault) -> None:
    before = contents(ready_vault)
    with pytest.raises(WrongSecret):
        ready_vault.open("seven green kettles sang")
    assert contents(ready_vault) == before
    state = json.loads(ready_vault.paths.unlock_state.read_bytes())
    assert state[vault_id(ready_vault)] == {"failures": 1, "next_at": 0}
    with ready_vault.open() as vault, vault.read() as work:
        assert work.audit.entries(limit=1)[0].detail["failures"] == 1
    assert json.loads(ready_vault.paths.unlock_state.read_bytes()) == {}


def test_the_passphrase_asked_again_counts_the_same_way(ready_vault: ReadyVault, clock: FakeClock) -> None:
    with ready_vault.open(now=clock.now) as vault:
        with pytest.raises(WrongSecret):
            vault.ways_in.confirm_passphrase("seven green kettles sang")
        assert Throttle(ready_vault.paths, clock.now).failures(vault.vault_id) == 1
        vault.ways_in.confirm_passphrase(ready_vault.passphrase)
        assert Throttle(ready_vault.paths, clock.now).failures(vault.vault_id) == 0


def vault_id(vault: ReadyVault) -> str:
    found: str = json.loads((vault.folder / "vault.hdr").read_bytes())["vault_id"]
    return found


def contents(vault: ReadyVault) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in vault.folder.iterdir() if path.name != "vault.lock"}


def test_guesses_on_a_backup_count_as_guesses_on_the_vault(
    ready_vault: ReadyVault, tmp_path: Path, clock: FakeClock
) -> None:
    """Else whoever sits at the first page guesses there as fast as the computer can."""
    with ready_vault.open(now=clock.now) as vault:
        backup = vault.back_up(tmp_path / "usb").path
    restoring = Restoring(clock, ready_vault.paths)
    for _ in range(5):
        with pytest.raises(WrongSecret):
            restoring.prepare(backup, "a guess as good as any", tmp_path / "new.vshift")
    with pytest.raises(TooManyTries):
        restoring.prepare(backup, "a guess as good as any", tmp_path / "new.vshift")
    with pytest.raises(TooManyTries):
        ready_vault.open(ready_vault.passphrase, now=clock.now)
    restoring.prepare(backup, ready_vault.code, tmp_path / "new.vshift").discard()


def test_a_header_planted_with_an_id_of_its_own_takes_no_try_on_itself(
    ready_vault: ReadyVault, clock: FakeClock
) -> None:
    own = header_of(ready_vault)
    for number in range(5):
        planted = replace(own, seq=own.seq + 1, vault_id=f"{number:08x}-2222-4333-8444-555555555555")
        copies(ready_vault)[1].write_bytes(planted.to_bytes())
        with pytest.raises(WrongSecret):
            ready_vault.open("a guess as good as any", now=clock.now)
    with pytest.raises(TooManyTries):
        ready_vault.open(ready_vault.passphrase, now=clock.now)
