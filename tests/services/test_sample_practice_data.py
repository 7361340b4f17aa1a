"""The sample practice as data: who is in it, what its day looks like, and that its marks are real."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import pairwise
from typing import NotRequired, TypedDict, cast

from vitalshift_desktop.assets import asset, assets_in
from vitalshift_desktop.domain.measures.early import EarlyReason, low_early
from vitalshift_desktop.domain.measures.marked_drop import Course, MarkKind, Rating, marked_drops
from vitalshift_desktop.domain.measures.scoring import checkin_score
from vitalshift_desktop.services.shipped_templates import shipped_template

NAMES = [
    "Anselm V.",
    "Calix M.",
    "Corin B.",
    "Corin and Tilde B.",
    "Idris K.",
    "Ilse F.",
    "Maren T.",
    "Noor H.",
    "Odalys P.",
    "Perpetua N.",
    "Sunniva R.",
    "Tobiah L.",
    "Wren A.",
]
WRITTEN_ON = date(2026, 3, 12)
LONG_SENTENCE = 40
USUAL_MINUTES = 50


class NoteData(TypedDict):
    template: str
    sections: dict[str, str]
    signed: int | None
    goals: NotRequired[list[str]]


class CheckinData(TypedDict):
    client: NotRequired[list[int]]
    counselor: list[int]


class SessionData(TypedDict):
    day: int
    time: str
    minutes: NotRequired[int]
    attendance: str
    note: NotRequired[NoteData]
    checkin: NotRequired[CheckinData]
    goal_ratings: NotRequired[dict[str, int]]
    talked_through: NotRequired[str]


class GoalData(TypedDict):
    key: str


class AgreementData(TypedDict):
    day: int
    review: int


class FormData(TypedDict):
    instrument: str
    day: int
    answers: list[int]
    review_note: NotRequired[str]


class ReminderData(TypedDict):
    title: str
    due: int


class ClientData(TypedDict):
    preferred_name: str
    code: str
    goals: list[GoalData]
    agreements: list[AgreementData]
    sessions: list[SessionData]
    measures: NotRequired[list[FormData]]
    reminders: list[ReminderData]


class PracticeSettings(TypedDict):
    low_checkin_under: float


class PracticeData(TypedDict):
    practice: PracticeSettings
    reminders: list[ReminderData]


def _clients() -> dict[str, ClientData]:
    read = [json.loads(path.read_text("utf-8")) for path in assets_in("sample_practice", "clients", suffix=".json")]
    return {client["preferred_name"]: client for client in cast("list[ClientData]", read)}


def _practice() -> PracticeData:
    return cast("PracticeData", json.loads(asset("sample_practice", "practice.json").read_text("utf-8")))


def _held(client: ClientData) -> list[SessionData]:
    return [session for session in client["sessions"] if session["attendance"] in ("attended", "late")]


def _score(session: SessionData, rater: str) -> float | None:
    checkin = session.get("checkin")
    answers = None if checkin is None else checkin.get("client") if rater == "client" else checkin["counselor"]
    return checkin_score(answers) if answers else None


def _scores(name: str, rater: str = "client") -> list[float | None]:
    return [_score(session, rater) for session in _held(_clients()[name])]


def _course(name: str) -> Course:
    days = [WRITTEN_ON + timedelta(days=session["day"]) for session in _held(_clients()[name])]
    return marked_drops([Rating(day, score) for day, score in zip(days, _scores(name), strict=True)])


def _sentences(client: ClientData) -> Iterator[str]:
    for session in _held(client):
        for text in session["note"]["sections"].values():
            yield from (part.strip() for part in re.split(r"(?<=[.!?])”?\s+", text) if part.strip())


def _day(offset: int) -> list[tuple[str, str]]:
    return sorted(
        (s["time"], name) for name, client in _clients().items() for s in client["sessions"] if s["day"] == offset
    )


def test_the_practice_has_the_thirteen_invented_clients() -> None:
    assert sorted(_clients()) == NAMES
    assert len({client["code"] for client in _clients().values()}) == len(NAMES)


def test_no_two_notes_share_a_long_sentence() -> None:
    counted = Counter(sentence for client in _clients().values() for sentence in _sentences(client))
    assert [sentence for sentence, times in counted.items() if times > 1 and len(sentence) > LONG_SENTENCE] == []


def test_every_held_session_has_a_note_with_the_headings_of_its_template() -> None:
    for client in _clients().values():
        for session in _held(client):
            template = shipped_template(session["note"]["template"])
            assert template is not None
            keys = tuple(heading.key for heading in template.headings)
            assert tuple(session["note"]["sections"]) == keys, (client["preferred_name"], session["day"])


def test_three_notes_are_unfinished_and_the_oldest_waits_for_two_days() -> None:
    drafts = [
        (session["day"], client["preferred_name"])
        for client in _clients().values()
        for session in _held(client)
        if session["note"]["signed"] is None
    ]
    assert sorted(drafts) == [(-2, "Odalys P."), (-1, "Calix M."), (0, "Idris K.")]


def test_today_has_five_sessions_and_tomorrow_four() -> None:
    assert _day(0) == [
        ("09:00", "Idris K."),
        ("10:30", "Wren A."),
        ("13:30", "Maren T."),
        ("15:00", "Tobiah L."),
        ("16:30", "Sunniva R."),
    ]
    tomorrow = _day(1)
    assert tomorrow[0] == ("09:30", "Anselm V.")
    assert len(tomorrow) == 4


def test_today_s_session_numbers_are_those_of_the_day_page() -> None:
    earlier = {name: sum(session["day"] < 0 for session in _held(client)) for name, client in _clients().items()}
    numbers = {name: earlier[name] + 1 for _, name in _day(0)}
    assert numbers == {"Idris K.": 4, "Wren A.": 21, "Maren T.": 12, "Tobiah L.": 3, "Sunniva R.": 29}


def test_no_two_sessions_overlap() -> None:
    spans = sorted(
        (s["day"] * 1440 + _minute(s["time"]), s.get("minutes", USUAL_MINUTES))
        for client in _clients().values()
        for s in client["sessions"]
        if s["attendance"] not in ("cancelled", "did_not_attend")
    )
    assert all(start + minutes <= following for (start, minutes), (following, _) in pairwise(spans))


def _minute(clock: str) -> int:
    at = time.fromisoformat(clock)
    return at.hour * 60 + at.minute


def test_maren_s_check_ins_are_the_published_ones() -> None:
    assert _scores("Maren T.") == [7.0, 6.5, 7.5, 7.3, 8.0, 7.5, 5.0, 5.8, 7.8, 8.3, 8.0]
    assert _scores("Maren T.", "counselor") == [7.5, 7.5, 7.8, 8.0, 8.0, 8.0, 7.8, 6.5, 7.5, 8.0, 8.0]


def test_maren_s_drop_in_session_seven_was_talked_through_in_the_next_one() -> None:
    (mark,) = _course("Maren T.").marks
    assert (mark.kind, mark.index + 1) == (MarkKind.BELOW_RANGE, 7)
    held = _held(_clients()["Maren T."])
    assert [number for number, session in enumerate(held, start=1) if "talked_through" in session] == [8]


def test_the_rule_marks_odalys_in_her_latest_session_and_the_drop_is_open() -> None:
    mark = _course("Odalys P.").open_mark
    assert mark is not None
    assert (mark.index + 1, mark.score, mark.n) == (15, 5.3, 14)
    assert mark.lower is not None
    assert mark.upper is not None
    assert (round(mark.lower, 1), round(mark.upper, 1)) == (6.1, 9.1)


def test_nobody_else_is_marked() -> None:
    assert {name for name in NAMES if _course(name).marks} == {"Maren T.", "Odalys P."}


def test_only_tobiah_has_a_low_early_check_in() -> None:
    threshold = _practice()["practice"]["low_checkin_under"]
    early = [score for name in NAMES for score in _scores(name)[:5] if score is not None]
    low = {}
    for name in NAMES:
        scores = [score for score in _scores(name) if score is not None]
        if len(scores) < 2:  # two who are still waiting
            continue
        found = low_early(len(_scores(name)), scores[-1], previous=scores[-2], early_scores=early, threshold=threshold)
        if found:
            low[name] = found
    assert list(low) == ["Tobiah L."]
    assert low["Tobiah L."].score == 4.5
    assert EarlyReason.UNDER_YOUR_THRESHOLD in low["Tobiah L."].reasons


def test_calix_s_last_form_has_an_answer_that_nobody_has_reviewed() -> None:
    forms = _clients()["Calix M."].get("measures", [])
    assert [(form["day"], form["answers"][8]) for form in forms if form["answers"][8]] == [(-1, 1)]
    assert all("review_note" not in form for form in forms)


def test_only_sunniva_s_agreement_is_due_to_be_looked_at() -> None:
    due = [(n, a["review"]) for n, client in _clients().items() for a in client["agreements"] if a["review"] < 0]
    assert due == [("Sunniva R.", -10)]


def test_the_reminders_fall_overdue_today_tomorrow_and_later() -> None:
    lists = [client["reminders"] for client in _clients().values()] + [_practice()["reminders"]]
    dues = [reminder["due"] for reminders in lists for reminder in reminders]
    assert (sum(d < 0 for d in dues), dues.count(0), dues.count(1), sum(d > 1 for d in dues)) == (2, 3, 2, 14)


def test_ratings_and_notes_name_only_goals_of_the_same_client() -> None:
    for client in _clients().values():
        keys = {goal["key"] for goal in client["goals"]}
        for session in _held(client):
            named = {*session.get("goal_ratings", {}), *session["note"].get("goals", [])}
            assert named <= keys, (client["preferred_name"], session["day"])


def test_a_goal_moves_no_more_than_three_points_between_two_ratings() -> None:
    for client in _clients().values():
        for goal in client["goals"]:
            rated = [s["goal_ratings"][goal["key"]] for s in _held(client) if goal["key"] in s.get("goal_ratings", {})]
            assert all(abs(later - earlier) <= 3 for earlier, later in pairwise(rated))
