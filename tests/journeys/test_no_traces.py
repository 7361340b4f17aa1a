"""A word typed into every field is found in no file, whatever happens, but in the PDF that was asked for."""

import os
from pathlib import Path

import pypdfium2

from tests.journeys.elsewhere import Elsewhere, surroundings
from tests.journeys.marked_day import PASSPHRASE, PDF
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records
from tests.journeys.traces import traces
from tests.support.clock import FakeClock
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths

WORD = "Quokkaberry"
FEWEST_FIELDS = 40


def test_a_word_typed_into_every_field_is_in_no_file_while_open_locked_or_killed(
    master_sample: Records, tmp_path: Path
) -> None:
    sample = master_sample.copied_to(tmp_path / "elsewhere")
    home = tmp_path / "home"
    home.mkdir()
    everywhere = [home, sample.home]
    pdf = [home / PDF]
    with Elsewhere(home, "tests.journeys.marked_day", str(home), str(sample.folder), WORD) as other:
        created = other.hear()
        groups = created["groups"]
        assert isinstance(groups, list)
        words = [WORD, PASSPHRASE, "".join(groups), "-".join(groups), " ".join(groups)]
        running = other.hear()
        assert int(str(running["fields"])) > FEWEST_FIELDS
        assert traces(words, everywhere, pid=other.pid, but=pdf) == []
        other.tell("go on")
        assert other.hear()["what"] == "locked"
        assert traces(words, everywhere, pid=other.pid, but=pdf) == []
        other.tell("go on")
        assert other.hear()["what"] == "typing"
        other.kill()
    assert traces(words, everywhere, but=pdf) == []

    assert WORD in _words(home / PDF)
    workspace = Unlocking(FakeClock(), DevicePaths(home / "data" / "VitalShift")).unlock(
        sample.folder, SAMPLE_PASSPHRASE
    )
    assert any(WORD in line.client.name for line in workspace.clients.lines())
    workspace.close()


def test_the_search_finds_a_word_in_a_file_in_a_name_and_in_an_unnamed_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    plain, wide, named = tmp_path / "deep" / "plain", tmp_path / "wide", tmp_path / f"{WORD}.txt"
    plain.write_bytes(b"\x00\x01" + WORD.encode() + b"\xff")
    wide.write_bytes(b"\x00" + WORD.lower().encode("utf-16-le"))
    named.touch()
    with (tmp_path / "unnamed").open("wb") as unnamed:
        unnamed.write(WORD.encode())
        unnamed.flush()
        (tmp_path / "unnamed").unlink()
        found = traces([WORD], [tmp_path], pid=os.getpid())
    assert [line for line in found if "unnamed" in line]
    for path in (plain, wide, named):
        assert [line for line in found if str(path) in line]
    assert len(found) == 4
    assert traces(["Wombatberry"], [tmp_path], pid=os.getpid()) == []


def test_the_app_and_the_tests_keep_to_their_home(tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    places = [around[name] for name in around if name.startswith("XDG_") or name in ("HOME", "TMPDIR")]
    assert len(places) == 7
    assert all(Path(place).is_relative_to(tmp_path) for place in places)


def _words(file: Path) -> str:
    pages = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
    finally:
        pages.close()
