"""What cannot be scored or worked out is told in one sentence, and no text makes a command stumble."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.measuring import CHANGE, Terminal
from vitalshift_desktop.measure_commands.commands import main


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("guess",),
        ("change",),
        ("show",),
        ("show", "wai"),
        ("score", "phq9"),
        ("score", "../phq9", "1"),
        ("score", "phq9", ""),
        ("score", "phq9", "1,1,1,1,1,1,1,1"),
        ("score", "phq9", "1,1,1,1,1,1,1,1,1,1"),
        ("score", "phq9", "1,1,1,1,1,1,1,1,4"),
        ("score", "phq9", "-1,1,1,1,1,1,1,1,1"),
        ("score", "phq9", "1.5,1,1,1,1,1,1,1,1"),
        ("score", "phq9", "nan,1,1,1,1,1,1,1,1"),
        ("score", "phq9", "1,1,1,1,1,1,1,1,1", "--flag", "not working"),
        ("score", "wsas", "1,1,1,1,1", "--flag", "at sea"),
        ("score", "wsas", "1,1,1,1,1", "--flag"),
        ("score", "wsas", "1,1,1,1,1", "6"),
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
        (*CHANGE, "--sd", "0"),
        (*CHANGE, "--sd", "-1"),
        (*CHANGE, "--reliability", "1"),
        (*CHANGE, "--reliability", "-0.2"),
        (*CHANGE, "--confidence", "100"),
        (*CHANGE, "--confidence", "0.95"),
        (*CHANGE, "--better", "up"),
        (*CHANGE, "--cutoff", "x\x1b[31m"),
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
