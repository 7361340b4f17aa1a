"""`vitalshift measure`: which commands there are, what they take, and one sentence for what is wrong."""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

from vitalshift_desktop.measure_commands.change import change
from vitalshift_desktop.measure_commands.courses import chart, course
from vitalshift_desktop.measure_commands.goals_and_raters import attained, pair
from vitalshift_desktop.measure_commands.report import Report
from vitalshift_desktop.measure_commands.scores import scored
from vitalshift_desktop.measure_commands.showing import listed, showed
from vitalshift_desktop.measure_commands.typed import WrongInput
from vitalshift_desktop.words import _

DONE, WRONG_USAGE = 0, 2

# "-2,0" and "-inf" are values although they begin like an option; a blank before them says so to argparse.
_VALUE = re.compile(r"-(?:[^A-Za-z-]|inf|nan)", re.IGNORECASE)


class _Parser(argparse.ArgumentParser):
    """A parser that tells what is wrong in one sentence, without the usage above it."""

    def error(self, message: str) -> NoReturn:
        tidy = " ".join(message.split())
        raise WrongInput(f"{tidy[:1].upper()}{tidy[1:].rstrip('.')}.")


def main(arguments: Sequence[str]) -> int:
    """Answer one command and give its exit code: 0 done, 2 something typed cannot be used, told in one sentence."""
    try:
        parsed = _parser().parse_args([f" {word}" if _VALUE.match(word) else word for word in arguments])
        run: Callable[[argparse.Namespace], Report] = parsed.run
        report = run(parsed)
    except WrongInput as wrong:
        _say(str(wrong), sys.stderr)
        return WRONG_USAGE
    _say(json.dumps(report.answer, allow_nan=False) if parsed.json else "\n".join(report.words), sys.stdout)
    return DONE


def _say(text: str, stream: TextIO) -> None:
    """Print the text as this terminal can show it, without anything that would steer the terminal."""
    encoding = stream.encoding or "utf-8"
    shown = "".join(one if one.isprintable() or one == "\n" else "?" for one in text)
    try:
        print(shown.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
    except BrokenPipeError:  # such as of `| head`: whoever reads has seen enough; nothing more is flushed at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _parser() -> _Parser:
    parser = _Parser(prog="vitalshift measure", description=_("Score measures and work out change, without a vault."))
    acts = parser.add_subparsers(metavar=_("ACT"), required=True)
    _act(acts, "list", _("the instruments that come with VitalShift"), listed)
    _add_id(_act(acts, "show", _("one instrument with its key and its figures"), showed))
    _add_score(_act(acts, "score", _("the scores of one form from its answers"), scored))
    _add_change(_act(acts, "change", _("reliable change between two scores"), change))
    _add_course(_act(acts, "course", _("the usual range and the marked drops of a series of scores"), course))
    _add_chart(_act(acts, "chart", _("a control chart of a series of scores"), chart))
    _add_attainment(_act(acts, "attainment", _("goal attainment scaling: several goals in one figure"), attained))
    _add_pair(_act(acts, "pair", _("how client and counselor agree over the sessions"), pair))
    return parser


def _act(
    acts: "argparse._SubParsersAction[_Parser]", name: str, words: str, run: Callable[[argparse.Namespace], Report]
) -> _Parser:
    act = acts.add_parser(name, help=words, description=words, allow_abbrev=False)
    act.add_argument("--json", action="store_true", help=_("answer in JSON"))
    act.set_defaults(run=run)
    return act


def _add_id(act: _Parser) -> _Parser:
    act.add_argument("id", metavar=_("ID"), help=_("which instrument, as the list names it"))
    return act


def _add_score(act: _Parser) -> None:
    answers = _("whole numbers between commas, one for each item; a blank is a missing answer")
    _add_id(act).add_argument("answers", metavar=_("ANSWERS"), help=answers)
    act.add_argument("--flag", action="append", default=[], metavar=_("NAME"), help=_('such as "not working"'))


def _add_change(act: _Parser) -> None:
    act.add_argument("--sd", required=True, metavar=_("NUMBER"), help=_("SD of a clinical sample before treatment"))
    act.add_argument("--reliability", required=True, metavar=_("NUMBER"), help=_("reliability, from 0 to under 1"))
    act.add_argument("--first", required=True, metavar=_("SCORE"), help=_("the first score"))
    act.add_argument("--last", required=True, metavar=_("SCORE"), help=_("the last score"))
    act.add_argument("--better", required=True, choices=("higher", "lower"), help=_("which way a score is better"))
    act.add_argument("--cutoff", metavar=_("SCORE"), help=_("the cut-off between clinical and functional scores"))
    act.add_argument("--confidence", default="95", metavar=_("PERCENT"), help=_("in percent; 95 unless said"))


def _add_course(act: _Parser) -> None:
    _add_scores(act, "--scores")
    act.add_argument(
        "--range", default="0,10", metavar=_("LOW,HIGH"), help=_("the ends of the scale; 0,10 unless said")
    )
    act.add_argument("--minimum", default="6", metavar=_("N"), help=_("scores for a usual range; 6 unless said"))
    act.add_argument("--share", default="0.15", metavar=_("SHARE"), help=_("narrowest half width; 0.15 unless said"))
    act.add_argument("--early", default="0.20", metavar=_("SHARE"), help=_("share of an early fall; 0.20 unless said"))


def _add_chart(act: _Parser) -> None:
    _add_scores(act, "--scores")
    act.add_argument("--baseline", metavar=_("N"), help=_("how many of the first scores; all unless said"))


def _add_attainment(act: _Parser) -> None:
    act.add_argument(
        "--weights", required=True, metavar=_("NUMBERS"), help=_("importance times difficulty of each goal")
    )
    act.add_argument("--levels", required=True, metavar=_("NUMBERS"), help=_("from -2 to 2 for each goal"))


def _add_pair(act: _Parser) -> None:
    _add_scores(act, "--client")
    _add_scores(act, "--counselor")


def _add_scores(act: _Parser, name: str) -> None:
    act.add_argument(name, required=True, metavar=_("SCORES"), help=_("one score for each session, blanks allowed"))
