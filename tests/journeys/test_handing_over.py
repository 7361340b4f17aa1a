"""A form is handed over: the app becomes a process that knows the form alone, and its answers come back once."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.computer import THE_DAY
from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import Elsewhere, surroundings
from tests.journeys.hands import await_part, choose, click, press, type_text, until, words_on_screen
from tests.journeys.process_seen import command, environment, holds_open, maps, remembered
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records
from tests.journeys.traces import traces
from tests.support.clock import FakeClock
from vitalshift_desktop.domain.handover_packet import packed
from vitalshift_desktop.domain.handovers import Packet
from vitalshift_desktop.domain.problems import FormIsShown
from vitalshift_desktop.services.handover_intake import News
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.handover_files import handover_file

WORD = "Xylopharos"
PATIENCE = 60.0
PHQ9 = [*"102000300", "Return"]


@pytest.fixture
def records(master_sample: Records, tmp_path: Path) -> Records:
    return master_sample.copied_to(tmp_path / "home")


def opened(records: Records, data: str = "data") -> Workspace:
    """The records, with this folder for what belongs to the computer."""
    paths = DevicePaths(records.home / data / "VitalShift")
    return Unlocking(FakeClock(THE_DAY), paths).unlock(records.folder, SAMPLE_PASSPHRASE)


def given(workspace: Workspace) -> list[tuple[str, tuple[int | None, ...]]]:
    """What was taken in, as it stands in the record."""
    (news,) = workspace.handovers.news
    assert news.handover is not None
    with workspace.vault.read() as work:
        forms = work.measures.of_session(news.handover.session_id)
    return [(form.instrument_id, form.answers) for form in forms]


def test_E53_killed_in_mid_form_what_was_sealed_arrives_once(records: Records, qapp: QApplication) -> None:
    """E53: the process is replaced; it knows no note, holds nothing open, and a kill keeps the page that was sealed."""
    with Elsewhere(records.home, "tests.journeys.roles", "hand_over", str(records.home), SAMPLE_PASSPHRASE) as other:
        other.tell(WORD)
        armed = other.hear_until("armed")[-1]
        assert holds_open(other.pid, records.folder)
        other.tell("hand over")
        until(lambda: "--show-form" in command(other.pid), "a process that shows the form")
        other.tell(json.dumps(PHQ9))
        assert other.hear()["page"] == "FormPage"
        assert "sqlcipher3" not in maps(other.pid)
        assert not holds_open(other.pid, records.folder)
        around, key = environment(other.pid), str(armed["key"])
        assert not [word for word in (key, WORD, "vs_checkin", str(armed["file"])) if word.encode() in around]
        if os.geteuid() == 0:
            secrets = {"note": (WORD.encode(), WORD.encode("utf-16-le")), "form": (b"vs_checkin",)}
            assert remembered(other.pid, secrets) == {"form"}
        other.tell(json.dumps([*"88"]))
        other.hear()
        assert (records.folder / str(armed["file"])).exists()
        other.kill()
    assert traces([WORD, "vs_checkin", "phq9", key], [records.home]) == []
    workspace = opened(records)
    assert given(workspace) == [("phq9", (1, 0, 2, 0, 0, 0, 3, 0, 0))]
    workspace.close()
    workspace = opened(records)
    assert workspace.handovers.news == ()
    assert not list(records.folder.glob("*handover*"))
    workspace.close()


class Form:
    """The process that shows a form, started without the app before it, under the system's own trace."""

    def __init__(self, records: Records, packet: bytes, trace: Path) -> None:
        reader, writer = os.pipe()
        os.write(writer, packet)
        os.close(writer)
        may_trace = ["strace", "-f", "-qq", "--trace=%file", "--seccomp-bpf", "-o", str(trace)] if _may_trace() else []
        ours = [sys.executable, "-P", "-m", "vitalshift_desktop", "--show-form", str(reader)]
        self.process = subprocess.Popen(
            [*may_trace, *ours],
            env=surroundings(records.home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(reader,),
            start_new_session=True,
        )
        os.close(reader)

    def press(self, *keys: str) -> str:
        """Press keys and give the page that is shown then."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(keys).encode() + b"\n")
        self.process.stdin.flush()
        ready, _none, _nothing = select.select([self.process.stdout], [], [], PATIENCE)
        assert ready, "it said nothing"
        return str(json.loads(self.process.stdout.readline())["page"])

    def end(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)  # the trace and what it traces
        self.process.communicate(timeout=PATIENCE)


def _may_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode == 0


@pytest.fixture
def packet(records: Records) -> Packet:
    """What was armed in the sample practice, which is locked again."""
    workspace = opened(records)
    packet = workspace.handovers.arm(workspace.handovers.session_at_hand(), HandoverWish(("vs_checkin",)))
    workspace.close()
    return packet


def test_E53_killed_after_done_the_answers_arrive_once_and_no_other_file_was_opened(
    records: Records, packet: Packet, tmp_path: Path
) -> None:
    """E53: traced by the system, the process touches nothing of the vault but the file that it seals."""
    trace = tmp_path / "trace"
    before = {path.name: path.read_bytes() for path in records.folder.iterdir()}
    form = Form(records, packed(packet), trace)
    try:
        assert form.press(*"8879", "Return") == "ThanksPage"
    finally:
        form.end()
    file = handover_file(records.folder, packet.tag)
    assert {path.name for path in records.folder.iterdir()} - set(before) == {file.name}
    assert {name: (records.folder / name).read_bytes() for name in before} == before
    if trace.exists():
        touched = [line for line in trace.read_text().splitlines() if str(records.folder) + "/" in line]
        assert touched
        assert [line for line in touched if file.name not in line] == []
    workspace = opened(records)
    (news,) = workspace.handovers.news
    assert (news.what, given(workspace)) == (News.TAKEN_IN, [("vs_checkin", (8, 8, 7, 9))])
    workspace.close()
    workspace = opened(records)
    assert workspace.handovers.news == ()
    workspace.close()


def test_nobody_opens_the_records_behind_a_form_that_is_shown(records: Records, packet: Packet, tmp_path: Path) -> None:
    """A second window would close the hand-over, and what the client answers after that would be refused."""
    form = Form(records, packed(packet), tmp_path / "trace")
    try:
        form.press("8")
        with pytest.raises(FormIsShown):
            opened(records, "data_home")
        assert form.press(*"879", "Return") == "ThanksPage"
    finally:
        form.end()
    workspace = opened(records, "data_home")
    assert given(workspace) == [("vs_checkin", (8, 8, 7, 9))]
    workspace.close()


def test_from_the_note_to_the_form_and_back_to_the_answer_that_is_to_be_reviewed(at_sample: Counselor) -> None:
    """What is being typed is saved first, no name is on the form, and the answer to review is the first thing shown."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.note.write("data", WORD)
    press("Ctrl+Shift+H")
    choose(await_part("hand_over.other"), "CORE-10")
    click(await_part("hand_over.begin"))
    form = until(lambda: at_sample.computer.form, "the form")
    shown = words_on_screen()
    assert "Maren" not in shown
    assert WORD not in shown
    type_text("0000040000")
    press("Return")
    form.left.emit()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    until(lambda: "CORE-10 item 6" in words_on_screen(), "the answer to review")
    assert "answered CORE-10" in words_on_screen()
    window = at_sample.computer.window
    window._desk.privacy.toggle()
    assert window.banner.sentence() == "M. T. answered CORE-10."
    workspace = at_sample.computer.workspace
    (news,) = workspace.handovers.news
    assert news.handover is not None
    note = workspace.notes.start(news.handover.session_id)
    assert WORD in [section.text for section in note.sections]
