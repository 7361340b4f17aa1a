"""The sample practice, written into a vault and looked at through the services."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.chart_entries import EntryKind
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.services import sample_practice
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.sample_entry import SampleInvalid
from vitalshift_desktop.services.sample_format import read_client, read_practice
from vitalshift_desktop.services.sample_writer import SampleDays
from vitalshift_desktop.services.workspace import Workspace

TODAY = date(2026, 3, 12)


@pytest.fixture(scope="module")
def sample(master_vault: ReadyVault, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The sample practice on Thursday 12 March 2026, 13:18 in Toronto; only looked at, never changed."""
    clock = FakeClock(datetime(2026, 3, 12, 17, 18, tzinfo=UTC), "America/Toronto")
    vault = master_vault.copied_to(tmp_path_factory.mktemp("sample") / "home").open(now=clock.now)
    world = World(Workspace(vault, clock, Events()), clock)
    before = world.rows()
    sample_practice.write(world.workspace, TODAY)
    assert world.rows() == before + 1
    assert len(world.heard) == 1
    yield world
    world.workspace.close()


def test_the_day_page_is_the_one_the_data_tells_of(sample: World) -> None:
    page = sample.workspace.home.today()
    assert [(row.client.name, row.number) for row in page.rows] == [
        ("Idris K.", 4),
        ("Wren A.", 21),
        ("Maren T.", 12),
        ("Tobiah L.", 3),
        ("Sunniva R.", 29),
    ]
    assert page.focus is not None
    assert (page.done, page.focus.line.client.name, page.ended_first) == (2, "Maren T.", False)
    assert [flag.kind for flag in page.flags] == [kind for kind in FlagKind if kind is not FlagKind.LONG_SILENCE]
    assert [line.client.name for line in page.notes_to_finish] == ["Odalys P.", "Calix M.", "Idris K."]
    assert page.tomorrow is not None
    assert (page.tomorrow.count, page.tomorrow.first.client.name) == (4, "Anselm V.")
    assert page.backup.problem is None


def test_the_reminders_fall_where_the_data_says(sample: World) -> None:
    groups = sample.workspace.reminders.list(TODAY)
    assert [len(lines) for lines in (groups.overdue, groups.today, groups.this_week, groups.later)] == [2, 3, 2, 14]


def test_signed_notes_were_signed_after_their_session_and_are_unaltered(sample: World) -> None:
    signed = 0
    for line in sample.workspace.clients.lines():
        for session in sample.workspace.sessions.of_client(line.client.id):
            if session.note_id is None:
                continue
            opened = sample.workspace.notes.get(session.note_id)
            assert opened.unaltered
            if opened.note.signed_at:
                signed += 1
                assert session.session.ends < opened.note.signed_at < sample.clock.now()
                assert opened.note.signer
    assert signed > 100


def test_wall_clock_times_hold_in_summer_and_winter(sample: World) -> None:
    maren = sample.workspace.search.find("Sunniva")[0].client
    assert maren is not None
    starts = {line.session.local_start.time() for line in sample.workspace.sessions.of_client(maren.id)}
    offsets = {line.session.local_start.utcoffset() for line in sample.workspace.sessions.of_client(maren.id)}
    assert time(16, 30) in starts
    assert len(offsets) == 2


def test_every_page_of_every_client_opens(sample: World) -> None:
    w = sample.workspace
    for line in w.clients.lines():
        assert w.clients.header(line.client.id).held == line.session_no
        assert w.clients.timeline(line.client.id)
        assert w.files.whole(line.client.id).statuses
        assert line.client.status is ClientStatus.WAITING or w.agreements.in_force(line.client.id)
        assert len(w.goals.of_client(line.client.id)) <= 4
        assert len(w.alliance.course(line.client.id).points) == line.session_no


def test_contacts_captures_and_process_notes_lie_where_the_data_says(sample: World) -> None:
    w = sample.workspace
    maren = next(line.client for line in w.clients.lines() if line.client.name == "Maren T.")
    late = w.contacts.of_client(maren.id)[-1]
    assert (late.details.local_at.time(), late.is_signed, late.is_unaltered) == (time(23, 40), True, True)
    assert (w.inbox.waiting().count, w.inbox.waiting().is_stale) == (2, True)
    assert [(line.session_no, line.day) for line in w.process_notes.find(maren.id)] == [
        (11, date(2026, 3, 5)),
        (None, date(2026, 2, 16)),
    ]


def test_a_minor_a_couple_an_interpreter_and_medicines_are_there_to_look_at(sample: World) -> None:
    w = sample.workspace
    whole = {line.client.name: w.files.whole(line.client.id) for line in w.clients.lines()}
    noor, couple = whole["Noor H."], whole["Corin and Tilde B."]
    assert (noor.age, noor.consent_gap, noor.file.interpreter_language) == (12, None, "Dari")
    assert [line.name for line in couple.members] == ["Corin B.", "Tilde B."]
    assert [client.name for client in whole["Corin B."].joint] == ["Corin and Tilde B."]
    assert whole["Maren T."].medicines


def test_what_stands_beside_the_scores_is_there_to_look_at(sample: World) -> None:
    w = sample.workspace
    ids = {line.client.name: line.client.id for line in w.clients.lines()}
    maren, ilse = w.alliance.view(ids["Maren T."]), w.alliance.view(ids["Ilse F."])
    classed = maren.course.points[6].rupture
    assert classed is not None
    assert (classed.kind, bool(classed.note)) == (MarkClass.WITHDRAWAL, True)
    own = {one.kind for one in maren.happenings if one.entry_id is not None}
    assert own == {EntryKind.HOLIDAY, EntryKind.MEDICATION, EntryKind.NOTE}
    assert [one.reason for one in ilse.not_given] == [NotGivenReason.FORGOT, NotGivenReason.DECLINED]
    attainment = w.outcomes.of_client(ids["Maren T."]).attainment
    assert attainment is not None
    assert attainment.has_later
    assert len(attainment.goals) == 3
    sessions = [line.session.id for line in w.sessions.of_client(ids["Maren T."])]
    with w.vault.read() as work:
        assert len(work.handovers.taken_in_sessions(sessions)) == 1
        assert work.handovers.open() == ()


def test_a_vault_with_clients_is_not_filled(world: World) -> None:
    world.client()
    with pytest.raises(AlreadyRecorded):
        sample_practice.write(world.workspace, world.today)
    assert len(world.workspace.clients.lines()) == 1


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "America/St_Johns", "Pacific/Auckland"])
@pytest.mark.parametrize("today", [date(2026, 3, 29), date(2028, 2, 29)])
def test_the_sample_keeps_its_format_for_any_day_and_zone(zone: str, today: date) -> None:
    days = SampleDays(today, zone)
    _, clients = sample_practice.sample_data()
    starts = sorted(
        (days.at(session.day, session.at), session.minutes)
        for client in clients
        for session in client.sessions
        if session.attendance not in ("cancelled", "did_not_attend")
    )
    assert all((after - before).total_seconds() >= minutes * 60 for (before, minutes), (after, _) in pairwise(starts))


WHOLE: dict[str, object] = {"format": 1, "preferred_name": "Wren A.", "since": -30}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"format": 2}, "x.json.format: expected 1"),
        ({"since": "yesterday"}, "x.json.since: expected a whole number"),
        ({"since": None}, "x.json.since: expected a value"),
        ({"status": "gone"}, "x.json.status: expected one of enquiry"),
        ({"born": "1991-13-01"}, "x.json.born: expected a date"),
        ({"nickname": "W"}, "x.json: unknown key 'nickname'"),
        (
            {"reminders": [{"title": "Ask", "due": 1, "repeat": {"every": 0, "unit": "weeks"}}]},
            r"x.json.reminders\[0\].repeat.every: expected a number from 1",
        ),
        ({"sessions": {}}, "x.json.sessions: expected a list"),
        ({"sessions": [3]}, r"x.json.sessions\[0\]: expected an object"),
        ({"sessions": [{"day": -1, "time": "25:00"}]}, r"x.json.sessions\[0\].time: expected a time"),
        (
            {"sessions": [{"day": -1, "time": "09:00", "checkin": {"client": [1, 2, 3]}}]},
            r"x.json.sessions\[0\].checkin.client: expected four numbers",
        ),
        (
            {"sessions": [{"day": -1, "time": "09:00", "goal_ratings": {"bus": 3}}]},
            r"x.json.sessions\[0\]: expected the key of a goal, not 'bus'",
        ),
        (
            {"sessions": [{"day": 1, "time": "09:00", "note": {"template": "free", "sections": {}}}]},
            r"x.json.sessions\[0\].note: expected a note only for a session that was held",
        ),
        (
            {"sessions": [{"day": -1, "time": "09:00", "note": {"template": "free", "sections": {"data": ""}}}]},
            r"x.json.sessions\[0\].note.sections: unknown key 'data'",
        ),
    ],
)
def test_data_that_does_not_keep_to_the_format_is_refused_with_its_place(wrong: dict[str, object], told: str) -> None:
    assert read_client(WHOLE, "x.json").details.preferred_name == "Wren A."
    with pytest.raises(SampleInvalid, match=told):
        read_client(WHOLE | wrong, "x.json")


def test_a_practice_without_its_part_is_refused() -> None:
    with pytest.raises(SampleInvalid, match=r"practice\.json\.practice: expected an object"):
        read_practice({"format": 1}, "practice.json")
