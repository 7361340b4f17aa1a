"""The arithmetic of measures on the command line: exact keys, blanks and signs, and one sentence for what is wrong."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.elsewhere import run
from vitalshift_desktop.measure_commands.commands import main

_WITHOUT = """
import sys
class Shut:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "sqlalchemy", "sqlcipher3", "cryptography"}:
            raise ImportError(name)
sys.meta_path.insert(0, Shut())
from vitalshift_desktop.command_line import main
raise SystemExit(main(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    errors: str

    @property
    def answer(self) -> dict[str, Any]:
        """The answer for a program."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer


class Terminal:
    """`vitalshift measure` in this process."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def measure(self, *words: str) -> Said:
        """Run one command."""
        code = main(words)
        out, errors = self._captured.readouterr()
        return Said(code, out, errors)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


_CHANGE = ("change", "--sd", "7.5", "--reliability", "0.8", "--first", "32.5", "--last", "47.5", "--better", "higher")


def test_change_answers_with_these_keys(terminal: Terminal) -> None:
    """M01 and M02 from the outside."""
    said = terminal.measure(*_CHANGE, "--cutoff", "50", "--json")
    assert (said.code, said.errors) == (0, "")
    assert list(said.answer) == ["se", "sdiff", "critical", "rc", "class", "flags"]
    assert (said.answer["class"], said.answer["flags"]) == ("improved", [])
    assert said.answer["rc"] == pytest.approx(3.16227766016838, rel=1e-14)
    assert terminal.measure(*_CHANGE, "--cutoff", "45", "--json").answer["class"] == "recovered"
    assert terminal.measure(*_CHANGE, "--confidence", "99.9", "--json").answer["class"] == "unchanged"


def test_change_for_a_person_rounds_halves_away_from_zero(terminal: Terminal) -> None:
    said = terminal.measure(*_CHANGE)
    assert said.out.splitlines() == [
        "Standard error 3.35, of a difference 4.74",
        "Critical change 9.3 points, at 95 %",
        "Change index 3.16",
        "Improved: reliable improvement",
    ]
    halves = terminal.measure(
        "pair", "--client", "0,0,0,0,0,0,0,0", "--counselor", "-0.1,-0.1,-0.1,-0.1,-0.1,-0.1,-0.1,-0.3"
    )
    assert "Counselor minus client, on average: -0.13" in halves.out


def test_change_names_what_a_class_would_hide(terminal: Terminal) -> None:
    lower = ("change", "--sd", "8.158643", "--reliability", ".801", "--better", "lower", "--cutoff", "21.0166")
    assert terminal.measure(*lower, "--first", "15", "--last", "5", "--json").answer["flags"] == [
        "started_in_functional_range"
    ]
    fell = terminal.measure(*lower, "--first", "15", "--last", "45")
    assert "The last score lies on the clinical side, the first one did not." in fell.out


def test_course_answers_with_sessions_from_one_and_blanks_counted(terminal: Terminal) -> None:
    """M31 (c) from the outside."""
    scores = "7.5,7.8,5.5,7.0,7.4, 7.6,7.2,7.5,4.9,,6.0,7.3,7.4"
    answer = terminal.measure("course", "--scores", scores, "--json").answer
    assert list(answer) == ["usual_range", "marks", "slope_first_five"]
    fall, drop = answer["marks"]
    assert fall == {"session": 3, "kind": "fall", "score": 5.5, "lower": None, "n": 2, "back": None}
    assert drop == {**drop, "session": 9, "kind": "below_range", "score": 4.9, "n": 8, "back": 11}
    assert drop["lower"] == pytest.approx(5.1355, abs=5e-5)
    assert list(answer["usual_range"]) == ["mean", "mean_moving_range", "lower", "upper", "n"]
    words = terminal.measure("course", "--scores", scores).out.splitlines()
    assert words[1:3] == [
        "Session 3: early fall to 5.5, from 7.8 before",
        "Session 9: marked drop, 4.9 under 5.14, from scores: 8; back in range in session 11",
    ]


def test_course_takes_other_scales_and_shares(terminal: Terminal) -> None:
    """M31 (d) and (f) from the outside."""
    scores = "44,46,45,47,46,48,43,46,38,37,39,47,46"
    answer = terminal.measure("course", "--scores", scores, "--range", "12,60", "--json").answer
    (mark,) = answer["marks"]
    assert (mark["session"], mark["back"]) == (9, 11)
    wide = terminal.measure("course", "--scores", scores, "--range", "12,60", "--share", "0.5", "--json").answer
    assert wide["marks"] == []
    assert terminal.measure("course", "--scores", "6,7,,6.5,7.5", "--json").answer["usual_range"] is None
    below = terminal.measure("course", "--scores", "-1,-4", "--range", "-5,5", "--early", "0.3", "--json").answer
    assert below["marks"] == [{"session": 2, "kind": "fall", "score": -4, "lower": None, "n": 1, "back": None}]
    three = terminal.measure("course", "--scores", "5,6,5", "--minimum", "3", "--json").answer
    assert three["usual_range"] == {**three["usual_range"], "n": 3}


def test_chart_answers_with_limits_that_are_not_clipped(terminal: Terminal) -> None:
    """M27 and M28 from the outside."""
    scores = "37,38,36.5,38,37.5,31,37,38,38.5,38"
    answer = terminal.measure("chart", "--scores", scores, "--json").answer
    assert answer == {
        "mean": pytest.approx(36.95),
        "mean_moving_range": pytest.approx(2.111111, abs=1e-6),
        "lower": pytest.approx(31.3344, abs=5e-5),
        "upper": pytest.approx(42.5656, abs=5e-5),
        "moving_range_upper": pytest.approx(6.897),
        "signals": [6],
    }
    frozen = terminal.measure("chart", "--scores", scores, "--baseline", "5", "--json").answer
    assert (frozen["lower"], frozen["upper"], frozen["signals"]) == (
        pytest.approx(34.4075),
        pytest.approx(40.3925),
        [6],
    )
    assert "Sessions outside the limits: 6" in terminal.measure("chart", "--scores", scores).out
    equal = terminal.measure("chart", "--scores", "30,30,30,30,30", "--json").answer
    assert (equal["mean_moving_range"], equal["lower"], equal["upper"], equal["signals"]) == (0, None, None, [])


def test_attainment_and_pair_answer_with_these_keys(terminal: Terminal) -> None:
    """M29 and M30 from the outside."""
    goals = terminal.measure("attainment", "--weights", "2,3,1,4", "--levels", "1,-1,2,0", "--json").answer
    assert goals == {"status": "ok", "t": pytest.approx(51.4003, abs=5e-5)}
    assert terminal.measure("attainment", "--weights", "1", "--levels", "-2").out == "Goal attainment T = 30\n"
    blank = terminal.measure("attainment", "--weights", "1,1", "--levels", "1,", "--json").answer
    assert blank == {"status": "incomplete", "t": None}
    none = terminal.measure("attainment", "--weights", "0,0", "--levels", "1,1", "--json").answer
    assert none == {"status": "not_computable", "t": None}
    pair = ("pair", "--client", "48,50,51,,49,52,53", "--counselor", "45,46,49,9,47,50,52")
    found = terminal.measure(*pair, "--json").answer
    assert found == {"n": 6, "discrepancy": pytest.approx(-7 / 3), "r": pytest.approx(0.951812, abs=5e-7)}


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("guess",),
        ("change",),
        ("chart", "--scores", "nan"),
        ("chart", "--scores", "1,inf"),
        ("chart", "--scores", "-inf,1"),
        ("chart", "--scores", "1e400"),
        ("chart", "--scores", "1e300"),
        ("chart", "--scores", "1_000"),
        ("chart", "--scores", "٣"),
        ("chart", "--scores", "1;2"),
        ("chart", "--scores", ",,"),
        ("chart", "--scores", ""),
        ("chart", "--scores", "1,2", "--baseline", "0"),
        ("chart", "--scores", "1,2", "--baseline", "1.5"),
        ("chart", "--scores", "1,2", "--basel", "1"),
        ("chart", "--scores", "1,2", "--vault", "x"),
        ("chart", "--scores", "1," * 3000),
        ("course", "--scores", "1,11"),
        ("course", "--scores", "-0.1"),
        ("course", "--scores", "1", "--range", "10,0"),
        ("course", "--scores", "1", "--range", "10"),
        ("course", "--scores", "1", "--range", ","),
        ("course", "--scores", "1", "--minimum", "1"),
        ("course", "--scores", "1", "--share", "1.1"),
        ("course", "--scores", "1", "--early", "0"),
        (*_CHANGE, "--sd", "0"),
        (*_CHANGE, "--sd", "-1"),
        (*_CHANGE, "--reliability", "1"),
        (*_CHANGE, "--reliability", "-0.2"),
        (*_CHANGE, "--confidence", "100"),
        (*_CHANGE, "--confidence", "0.95"),
        (*_CHANGE, "--better", "up"),
        (*_CHANGE, "--cutoff", "x\x1b[31m"),
        ("attainment", "--weights", "1,1", "--levels", "1"),
        ("attainment", "--weights", "1,", "--levels", "1,1"),
        ("attainment", "--weights", "-1", "--levels", "1"),
        ("attainment", "--weights", "1", "--levels", "3"),
        ("attainment", "--weights", "1", "--levels", "0.5"),
        ("pair", "--client", "1,2", "--counselor", "1"),
        ("pair", "--client", "1,2"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.measure(*words)
    assert (said.code, said.out) == (2, "")
    assert said.errors.count("\n") == 1
    assert said.errors[0].isupper() or said.errors.startswith("--")
    assert said.errors.endswith(".\n")
    assert "\x1b" not in said.errors


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.sampled_from(["chart", "course"]), st.text("-0123456789.,eE+ naif", max_size=12))
def test_no_text_makes_a_command_stumble(capsys: pytest.CaptureFixture[str], act: str, text: str) -> None:
    code = main([act, "--scores", text, "--json"])
    out, errors = capsys.readouterr()
    assert (code, bool(out), bool(errors)) in ((0, True, False), (2, False, True))
    if code == 0:
        json.loads(out, parse_constant=pytest.fail)


def test_neither_a_vault_nor_a_window_is_needed(tmp_path: Path) -> None:
    ended = run(tmp_path, "-c", _WITHOUT, "measure", "attainment", "--weights", "1", "--levels", "0", "--json")
    assert (ended.returncode, json.loads(ended.stdout), ended.stderr) == (0, {"status": "ok", "t": 50.0}, "")
    wrong = run(tmp_path, "-m", "vitalshift_desktop", "measure", "chart", "--scores", "x")
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (2, "", '--scores: "x" is not a number.\n')
    helped = run(tmp_path, "-m", "vitalshift_desktop", "measure", "--help")
    assert (helped.returncode, "attainment" in helped.stdout) == (0, True)
