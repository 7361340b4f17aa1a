"""One counselor's first day, from a new vault to a printed page; then the power goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.computer import Computer
from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import Elsewhere
from tests.journeys.hands import await_words, until
from tests.journeys.roles import CODE, DATA, KEPT, NAME, PASSPHRASE, PDF, PLAN, REMINDER, STEADY
from vitalshift_desktop.vault.keys.key_slots import KdfCost

LONGEST_UNSAVED = 2.0  # seconds of typing
STEADY_LIMIT = 2.6  # what a busy machine may add to it, and still be told apart from nothing saved at all


@dataclass(frozen=True, slots=True)
class Day:
    """What was seen to be done before the process was killed."""

    home: Path
    said: list[dict[str, object]]

    def about(self, what: str) -> dict[str, object]:
        """The line that told of this act."""
        return next(line for line in self.said if line["what"] == what)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    home = tmp_path_factory.mktemp("first-day")
    with Elsewhere(home, "tests.journeys.roles", "first_day", str(home)) as other:
        said = other.hear_until("still typing")
        said += other.kill()
    return Day(home, said)


@pytest.fixture
def afterwards(day: Day, qapp: QApplication) -> Iterator[Counselor]:
    """The same computer after the power came back; the vault is unlocked in this other process."""
    computer = Computer(day.home, cost=KdfCost.floor())
    computer.clock.advance(minutes=70)
    computer.start()
    counselor = Counselor(computer)
    counselor.door.unlock(PASSPHRASE)
    yield counselor
    computer.shut_down()


def test_the_whole_day_was_done_by_keys_and_clicks(day: Day) -> None:
    acts = [line["what"] for line in day.said if line["what"] not in ("typed", "still typing")]
    assert acts == [
        "created",
        "client added",
        "session planned",
        "note saved",
        "checked in",
        "signed",
        "charted",
        "reminder added",
        "pdf saved",
        "half a note saved",
    ]
    assert day.about("note saved")["data"] == DATA
    assert (day.about("checked in")["mine"], day.about("checked in")["theirs"]) == ([8, 8, 7, 7], [8, 9, 7, 9])
    charted = day.about("charted")
    assert (charted["day"], charted["client"], charted["you"]) == (["12 Mar"], ["8.3"], ["7.5"])
    assert REMINDER in str(day.about("reminder added")["titles"])


def test_everything_that_was_acknowledged_is_there_after_the_kill(day: Day, afterwards: Counselor) -> None:
    workspace = afterwards.computer.workspace
    client = workspace.clients.by_code(CODE)
    assert (client.name, client.details.pronouns) == (NAME, "she/her")
    half, first = workspace.sessions.of_client(client.id)

    assert first.note_id is not None
    signed = workspace.notes.get(first.note_id)
    texts = {section.key: section.text for section in signed.note.sections}
    assert texts == {"data": DATA, "assessment": "", "plan": PLAN}
    assert signed.note.is_signed
    assert signed.unaltered
    entry = workspace.measures.checkin(first.session.id)
    assert (entry.you.answers, entry.client.answers) == ((8, 8, 7, 7), (8, 9, 7, 9))
    assert [line.reminder.details.title for line in workspace.reminders.of_client(client.id)] == [REMINDER]
    assert [paper.what for paper in workspace.disclosures.of_client(client.id)] == ["progress_summary"]
    assert workspace.audit.verify() > 0
    assert half.note_id is not None


def test_of_a_half_typed_note_at_most_two_seconds_are_lost(day: Day, afterwards: Counselor) -> None:
    typed = [line for line in day.said if line["what"] == "typed"]
    last = float(str(typed[-1]["at"]))
    assert last > LONGEST_UNSAVED
    must_be_there = sum(1 for line in typed if float(str(line["at"])) < last - LONGEST_UNSAVED - 0.3)
    everything = KEPT + (STEADY * (len(typed) // len(STEADY) + 1))[: len(typed) + 1]

    afterwards.today.finish_note(NAME)
    text = until(lambda: afterwards.note.texts()["data"], "the half-typed note")

    assert everything.startswith(text)
    assert len(text) >= len(KEPT) + max(1, must_be_there)


def test_the_signed_note_and_the_chart_are_shown_again_as_they_were(day: Day, afterwards: Counselor) -> None:
    afterwards.clients.open(NAME)
    table = afterwards.clients.alliance_table()
    told = day.about("charted")
    assert (table["client"][0], table["you"][0]) == (told["client"][0], told["you"][0])  # type: ignore[index]  # lists
    afterwards.reminders.go()
    await_words(REMINDER)


def test_the_pdf_has_the_serial_it_was_told_with(day: Day) -> None:
    pages = pypdfium2.PdfDocument(day.home / PDF)
    words = [page.get_textpage().get_text_range() for page in pages]
    pages.close()
    serial = next(word.strip(".,") for word in str(day.about("pdf saved")["words"]).split() if "-" in word)
    assert all(serial in page for page in words)
    assert "Maren" in words[0]
