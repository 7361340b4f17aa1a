"""The arithmetic of measures on the command line: exact keys, blanks and signs, and one sentence for what is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.elsewhere import run, surroundings
from tests.journeys.measuring import CHANGE, Terminal
from vitalshift_desktop.services.instruments import instruments

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


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def test_score_answers_with_these_keys_and_the_critical_item_first_of_all(terminal: Terminal) -> None:
    """M08 and M09 from the outside."""
    answer = terminal.measure("score", "phq9", "2,2,1,3,0,1,2,0,1", "--json").answer
    keys = ["instrument", "version", "status", "reason", "total", "subscales", "band", "cutoffs", "risk"]
    assert list(answer) == keys
    assert (answer["total"], answer["band"], answer["status"]) == (12, "moderate", "ok")
    assert answer["risk"] == {"item": 9, "answer": 1, "state": "endorsed"}
    (cutoff,) = answer["cutoffs"]
    assert list(cutoff) == ["name", "at", "side", "reached", "source", "tag"]
    assert (cutoff["at"], cutoff["side"], cutoff["reached"], cutoff["tag"]) == (10, "at_or_above", True, "V")
    low = terminal.measure("score", "phq9", "0,0,0,0,0,0,0,0,1").out.splitlines()
    assert low[1].startswith("Answer to review: PHQ-9 item 9 (")
    assert "It is not a risk assessment" in low[1]
    none = terminal.measure("score", "phq9", "3,3,0,0,0,0,0,0,0")
    assert "was answered 0 - Not at all." in none.out
    assert not any(word in none.out.lower() for word in ("safe", "no risk", "low risk", "review"))


def test_a_blank_is_missing_and_a_blank_critical_item_is_told(terminal: Terminal) -> None:
    """M13 and M14 from the outside."""
    prorated = terminal.measure("score", "core10", "3, 2,2,1,1,0, ,2,3,1", "--json").answer
    assert (prorated["status"], prorated["total"]) == ("prorated", pytest.approx(50 / 3))
    assert "Total: 16.67," in terminal.measure("score", "core10", "3,2,2,1,1,0,,2,3,1").out
    no_risk = terminal.measure("score", "core10", "3,2,2,1,1,,1,2,3,1", "--json").answer
    assert no_risk["risk"] == {"item": 6, "answer": None, "state": "not_answered"}
    two = terminal.measure("score", "core10", "3,2,2,1,1,0,,2,,1", "--json").answer
    assert (two["status"], two["total"], two["band"]) == ("incomplete", None, None)
    assert [cutoff["reached"] for cutoff in two["cutoffs"]] == [None, None]
    assert terminal.measure("score", "core10", "," * 9, "--json").answer["status"] == "not_computable"
    assert "Total: no score, answers are missing" in terminal.measure("score", "phq9", "1,1,1,1,,1,1,1,0").out


@pytest.mark.parametrize("flag", ["not working", "not_working", "not-working", "Not Working"])
def test_a_flag_is_known_however_it_is_spelled(terminal: Terminal, flag: str) -> None:
    """M15 from the outside."""
    answer = terminal.measure("score", "wsas", ",4,4,3,4", "--flag", flag, "--json").answer
    assert (answer["status"], answer["total"], answer["band"]) == ("ok", 15, None)
    assert answer["cutoffs"][0]["reached"] is None
    assert "15, on a scale from 0 to 32" in terminal.measure("score", "wsas", ",4,4,3,4", f"--flag={flag}").out


def test_parts_are_numbers_or_have_a_band_of_their_own(terminal: Terminal) -> None:
    """M16, M19 and M22 from the outside."""
    pcl = terminal.measure("score", "pcl5", "2,2,1,3,2,3,2,1,2,0,3,2,2,1,1,0,3,2,2,3", "--json").answer
    assert (pcl["total"], pcl["subscales"]) == (37, {"b": 10, "c": 5, "d": 11, "e": 11})
    assert (pcl["endorsed"], pcl["pattern_met"]) == ({"b": 4, "c": 2, "d": 4, "e": 4}, True)
    wai = terminal.measure("score", "wai_sr_c", "4,3,5,4,5,4,5,4,4,3,4,4", "--json").answer
    assert (wai["subscales"], wai["band"], wai["risk"]) == ({"task": 14, "bond": 19, "goal": 16}, None, None)
    dass = terminal.measure("score", "DASS21", "1,2,0,1,2,1,0,2,1,1,2,1,3,0,1,2,1,2,0,1,2", "--json").answer
    assert (dass["total"], dass["band"]) == (None, None)
    assert dass["subscales"]["depression"] == {"total": 22, "band": "severe"}
    check = terminal.measure("score", "vs_checkin", "7,7,7,8", "--json").answer
    assert (check["total"], check["subscales"]["bond"]) == (7.3, 7)
    assert "not a validated scale" in terminal.measure("score", "vs_checkin", "7,7,7,8").out.lower()


def test_every_instrument_is_listed_and_can_be_shown_with_its_sources(terminal: Terminal) -> None:
    listed = terminal.measure("list", "--json").answer["instruments"]
    assert [entry["id"] for entry in listed] == sorted(instruments())
    assert len(terminal.measure("list").out.splitlines()) == len(listed)
    for entry in listed:
        shown = terminal.measure("show", entry["id"])
        assert shown.code == 0
        assert terminal.measure("show", entry["id"], "--json").answer["scores"][0]["key"] in entry["scores"]
    core = terminal.measure("show", "core10").out
    assert "Reliable change 6 points, at 90 %. Confirmed: " in core
    assert "Turned round: 2, 3" in core
    assert "Reliable change: no published value" in terminal.measure("show", "spin").out


def test_change_answers_with_these_keys(terminal: Terminal) -> None:
    """M01 and M02 from the outside."""
    said = terminal.measure(*CHANGE, "--cutoff", "50", "--json")
    assert (said.code, said.errors) == (0, "")
    assert list(said.answer) == ["se", "sdiff", "critical", "rc", "class", "flags"]
    assert (said.answer["class"], said.answer["flags"]) == ("improved", [])
    assert said.answer["rc"] == pytest.approx(3.16227766016838, rel=1e-14)
    assert terminal.measure(*CHANGE, "--cutoff", "45", "--json").answer["class"] == "recovered"
    assert terminal.measure(*CHANGE, "--confidence", "99.9", "--json").answer["class"] == "unchanged"


def test_change_for_a_person_rounds_halves_away_from_zero(terminal: Terminal) -> None:
    said = terminal.measure(*CHANGE)
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


def test_neither_a_vault_nor_a_window_is_needed(tmp_path: Path) -> None:
    ended = run(tmp_path, "-c", _WITHOUT, "measure", "attainment", "--weights", "1", "--levels", "0", "--json")
    assert (ended.returncode, json.loads(ended.stdout), ended.stderr) == (0, {"status": "ok", "t": 50.0}, "")
    score = run(tmp_path, "-c", _WITHOUT, "measure", "score", "gad7", "2,2,2,2,1,1,0", "--json")
    assert (score.returncode, json.loads(score.stdout)["total"], score.stderr) == (0, 10, "")
    wrong = run(tmp_path, "-m", "vitalshift_desktop", "measure", "chart", "--scores", "x")
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (2, "", '--scores: "x" is not a number.\n')
    helped = run(tmp_path, "-m", "vitalshift_desktop", "measure", "--help")
    assert (helped.returncode, "attainment" in helped.stdout) == (0, True)


@pytest.mark.skipif(sys.platform == "win32", reason="there a pipe that nobody reads breaks otherwise")
def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-P", "-m", "vitalshift_desktop", "measure", "list"]
    ended = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=surroundings(tmp_path), check=False)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")
