"""A practice of many years, invented by dice and written fast through the real tables; kept in `build`.

Fifty new clients a year with thirty weekly sessions each: 50 clients and 1,500 notes in one year, 2,000 clients and
60,000 notes in forty. Notes are lognormal in length, about 2,000 characters, as measured notes are. Every second
session has a PHQ-9 beside the check-in; of one client in five it gets worse.
"""

import itertools
import random
import re
import shutil
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import insert, update
from sqlalchemy.orm import Session as Connection

from tests.benchmarks.long_boundaries import write_boundaries
from tests.benchmarks.long_trail import write_trail
from tests.journeys.computer import THE_DAY
from tests.journeys.ready import PASSPHRASE, PRACTICE_PLACE, Records
from tests.support.clock import FakeClock
from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId, ClientStatus
from vitalshift_desktop.domain.episodes import Episode, next_episode
from vitalshift_desktop.domain.measures.administration import AdministrationState, HowGiven, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.note_templates import DAP
from vitalshift_desktop.domain.notes import Note, NoteId, Section
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.sessions import Attendance, Modality, SessionId, at_local
from vitalshift_desktop.services.instruments import instruments, kept
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost
from vitalshift_desktop.vault.migrate import latest
from vitalshift_desktop.vault.tables.client_measures import ClientMeasureRow
from vitalshift_desktop.vault.tables.goals import GoalRatingRow, GoalRow
from vitalshift_desktop.vault.tables.measures import AdministrationRow
from vitalshift_desktop.vault.tables.notes import NoteGoalRow, NoteRow, NoteTextRow
from vitalshift_desktop.vault.tables.sessions import SessionRow
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

CLIENTS_A_YEAR, WEEKS = 50, 30
LAYOUT = 4  # grows when what is written here changes
_KEPT = Path(__file__).resolve().parents[2] / "build" / "long-practices"
_ZONE = "America/New_York"
_WORDS = re.findall(
    r"\w+",
    """
    aisle morning bus lamp letter river corner supper phone winter garden shelf window paper harbor sister walk slept
    counted waited tried spoke laughed stayed named wrote called planned felt chose asked noticed heard alone twice
    early quiet slowly again gently before after with under past toward because although while and but so then
    """,
)
# Words as rare as most words of a language are, so that searching meets both kinds: one in five, by Zipf's law.
_SYLLABLES = ("ba", "do", "fi", "ga", "lu", "me", "no", "ri", "su", "ve")
_RARE = ["".join(parts) for parts in itertools.product(_SYLLABLES, repeat=4)]
_RARE_WEIGHTS = tuple(itertools.accumulate(1 / (place + 10) for place in range(len(_RARE))))
_TODAY = THE_DAY.date()
_PHQ, _EVERY = "phq9", 2


@dataclass(frozen=True, slots=True)
class _Held:
    """One session that was held, and the note of it."""

    session: int
    note: Note


def long_practice(years: int) -> Records:
    """The closed vault of a practice that has been kept for so many years until the day of the pictures."""
    place = _KEPT / f"{years}-years-{latest()}-{LAYOUT}"
    records = Records(place / "home", PASSPHRASE, PRACTICE_PLACE)
    if not place.exists():
        making = place.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        _write(replace(records, home=making / "home"), years)
        making.rename(place)
    return records


def _write(records: Records, years: int) -> None:
    unlocking = Unlocking(FakeClock(THE_DAY), DevicePaths(records.home / "data" / "VitalShift"), KdfCost.floor())
    practice = Practice(counselor_name="Ada Lindgren")
    created = unlocking.create(records.folder, PASSPHRASE, practice)
    workspace = created.workspace
    unlocking.confirm_sheet(workspace, created.recovery_code)
    dice = random.Random(years)
    count = CLIENTS_A_YEAR * years
    for first in range(0, count, CLIENTS_A_YEAR):
        with workspace.vault.write() as work:
            for number in range(first, first + CLIENTS_A_YEAR):
                _client(work, dice, number, _TODAY - timedelta(days=round((count - number) * 365 / CLIENTS_A_YEAR)))
    workspace.close()


def _client(work: UnitOfWork, dice: random.Random, number: int, since: date) -> None:
    """One client with sessions, notes, goals, check-ins, what was agreed, and what the trail says of it all."""
    ends = since + timedelta(weeks=WEEKS)
    status = ClientStatus.ACTIVE if ends >= _TODAY else ClientStatus.CLOSED
    name = f"{dice.choice(_WORDS).title()} {chr(65 + number % 26)}. {number}"
    details = ClientDetails(preferred_name=name, code=f"{number:04d}", phone="555 0100", presenting=_text(dice, 200))
    client = work.clients.add(Client(ClientId(0), details, status, since))
    episode = next_episode((), client.id, since)
    episode = work.episodes.add(episode.ended(ends) if status is ClientStatus.CLOSED else episode)
    connection: Connection = work.meta._session
    goals = [_goal(connection, client.id, since, dice) for _ in range(2)]
    write_boundaries(work, dice, client, episode, goals, _text)
    uses = [
        {"client_id": client.id, "instrument_id": form, "since": since, "every_sessions": every, "reason": ""}
        for form, every in ((CHECKIN, 1), (_PHQ, _EVERY))
    ]
    connection.execute(insert(ClientMeasureRow), [{**use, "moment": Moment.START} for use in uses])
    first = since + timedelta(days=(number - since.weekday()) % 5 + (7 if since.weekday() > 4 else 0))
    clock = time(9 + number // 5 % 6)
    held = [
        _session(connection, dice, episode, first + timedelta(weeks=week), clock, goals)
        for week in range(WEEKS)
        if first + timedelta(weeks=week) < _TODAY + timedelta(weeks=2)
    ]
    _sign(connection, [one for one in held if one is not None][: None if status is ClientStatus.CLOSED else -1])
    _forms(work, dice, [one for one in held if one is not None], is_worse=number % 5 == 0)
    write_trail(work, client.id, [one.note for one in held if one is not None])


def _goal(connection: Connection, client_id: ClientId, since: date, dice: random.Random) -> int:
    row = {"client_id": client_id, "wording": _text(dice, 60), "short": dice.choice(_WORDS), "proposed_by": "client"}
    values = insert(GoalRow).values(**row, agreed_on=since, target=8, status="active")
    return connection.execute(values.returning(GoalRow.id)).scalar_one()


def _session(
    connection: Connection, dice: random.Random, episode: Episode, day: date, clock: time, goals: list[int]
) -> _Held | None:
    client_id = episode.client_id
    starts = at_local(day, clock, _ZONE)
    was_held = day < _TODAY
    values = (
        insert(SessionRow).values(
            client_id=client_id, starts=starts, zone=_ZONE, minutes=50, modality=Modality.IN_PERSON,
            attendance=Attendance.ATTENDED if was_held else Attendance.PLANNED, late_notice=False, note_put_aside=False,
            episode_id=episode.id,
        )
    )  # fmt: skip
    session = connection.execute(values.returning(SessionRow.id)).scalar_one()
    if not was_held:
        return None
    at = starts + timedelta(hours=1)
    _measured(connection, dice, client_id, session, day, at, goals)
    return _Held(session, _noted(connection, dice, client_id, session, at, goals))


def _measured(
    connection: Connection, dice: random.Random, client: int, session: int, day: date, at: datetime, goals: list[int]
) -> None:
    answers = tuple(min(10, max(0, round(dice.gauss(7.5, 1)))) for _ in range(4))
    connection.execute(
        insert(AdministrationRow).values(
            client_id=client, session_id=session, instrument_id=CHECKIN, instrument_version="1", rater=Rater.CLIENT,
            answers=answers, given_on=day, recorded_at=at, state=AdministrationState.ANSWERED,
            how_given=HowGiven.ALONE, review_note="",
        )
    )  # fmt: skip
    ratings = [
        {"goal_id": goal, "session_id": session, "rater": Rater.CLIENT, "rating": dice.randint(2, 8), "rated_on": day}
        for goal in goals
    ]
    connection.execute(insert(GoalRatingRow), ratings)


def _forms(work: UnitOfWork, dice: random.Random, held: list[_Held], *, is_worse: bool) -> None:
    """PHQ-9 in every second session; its critical item is answered with "not at all"."""
    form = instruments()[_PHQ]
    key, rows = kept(work, form), []
    for place, one in enumerate(held[::_EVERY]):
        middle = 1 + (0.12 * place if is_worse else 0)
        answers = (*(min(3, max(0, round(dice.gauss(middle, 0.5)))) for _ in range(8)), 0)
        at = one.note.created_at
        rows.append(
            {
                "client_id": one.note.client_id, "session_id": one.session, "instrument_id": _PHQ,
                "instrument_version": form.version, "definition_id": key, "rater": Rater.CLIENT, "answers": answers,
                "given_on": at.date(), "recorded_at": at, "state": AdministrationState.ANSWERED,
                "how_given": HowGiven.ALONE, "review_note": "",
            }
        )  # fmt: skip
    if rows:
        connection: Connection = work.meta._session
        connection.execute(insert(AdministrationRow), rows)


def _noted(
    connection: Connection, dice: random.Random, client: int, session: int, at: datetime, goals: list[int]
) -> Note:
    values = (
        insert(NoteRow).values(
            session_id=session, client_id=client, template=DAP, created_at=at, changed_at=at, version=9,
            signer="", fingerprint="",
        )
    )  # fmt: skip
    note = connection.execute(values.returning(NoteRow.id)).scalar_one()
    length = dice.lognormvariate(7.35, 0.6)
    texts = (("data", 0.6), ("assessment", 0.25), ("plan", 0.15))
    sections = tuple(Section(key, _text(dice, round(length * share))) for key, share in texts)
    rows = [
        {"note_id": note, "position": place, "key": section.key, "text": section.text}
        for place, section in enumerate(sections)
    ]
    connection.execute(insert(NoteTextRow), rows)
    connection.execute(insert(NoteGoalRow), [{"note_id": note, "goal_id": goals[0]}])
    touched = frozenset(goals[:1])
    return Note(NoteId(note), SessionId(session), ClientId(client), DAP, sections, at, at, 9, goals_touched=touched)


def _sign(connection: Connection, held: list[_Held]) -> None:
    for one in held:
        signed = one.note.signed(one.note.changed_at + timedelta(minutes=5), "Ada Lindgren")
        connection.execute(
            update(NoteRow)
            .where(NoteRow.id == signed.id)
            .values(signed_at=signed.signed_at, signer=signed.signer, fingerprint=signed.fingerprint)
        )


def _text(dice: random.Random, length: int) -> str:
    words = dice.choices(_WORDS, k=max(1, length // 6))
    rare = dice.choices(_RARE, cum_weights=_RARE_WEIGHTS, k=len(words) // 5)
    words[: len(rare)] = rare
    dice.shuffle(words)
    return " ".join(words).capitalize() + "."
