"""The same app without a window: vaults, backups, the sample practice, a summary, and the arithmetic of measures."""

import argparse
import getpass
import json
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from vitalshift_desktop import __version__
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.words import _

DONE, PROBLEM, WRONG_USAGE = 0, 1, 2
_STEERING = ("Cc", "Cf", "Cs")  # controls, marks that turn the writing, bytes that are no text

# The check of a vault reads the raw files in a child process; an installed app is its own child.
_SCAN = "--scan-vault-files"
_MEASURE = "measure"

# A form that was handed over is shown by a process of its own, which reads it from a pipe.
_FORM = "--show-form"

# With the desktop session the app comes up in the task bar, locked.
_MINIMIZED = "--minimized"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 a problem told on stderr, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [_SCAN]:
        from vitalshift_desktop.process import harden_process
        from vitalshift_desktop.vault.check.raw_scan import main as scan

        harden_process()
        scan(sys.stdin, sys.stdout)
        return DONE
    if given[:1] == [_MEASURE]:
        from vitalshift_desktop.measure_commands.commands import main as measure

        return _guarded(lambda: measure(given[1:]))
    if given[:1] == [_FORM]:
        from vitalshift_desktop.handed_over import run_form

        return run_form("".join(given[1:]))
    if given == [_MINIMIZED]:
        return _open_window(minimized=True)
    parsed = _parser().parse_args(given)
    command: Callable[[argparse.Namespace], int] | None = getattr(parsed, "run", None)
    if command is None:
        return _open_window()
    return _guarded(lambda: command(parsed))


def _guarded(command: Callable[[], int]) -> int:
    """The exit code of a command; what goes wrong is told without words of the record."""
    from vitalshift_desktop.process import harden_process

    harden_process()
    try:
        return command()
    except Problem as problem:
        return _told(problem)
    except Exception as error:  # noqa: BLE001 -- its text may hold words of the record, so only type and lines are told
        from vitalshift_desktop.ui.crash_guard import report

        print(_("Something went wrong in VitalShift."), report(type(error), error.__traceback__), file=sys.stderr)
        return PROBLEM


def _open_window(*, minimized: bool = False) -> int:
    from vitalshift_desktop.process import has_screen

    if not has_screen():
        print(_("There is no screen here. Start VitalShift from a desktop session."), file=sys.stderr)
        return PROBLEM
    from vitalshift_desktop.startup import run

    return run(sys.argv[:1], minimized=minimized)


def _told(problem: Problem) -> int:
    from vitalshift_desktop.sentences import sentence

    advice = sentence(problem)
    print(_shown(f"{advice.what} {advice.next_step}".strip()), file=sys.stderr)
    return PROBLEM


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vitalshift", description=_("Offline, encrypted records for one counselor."))
    parser.add_argument("--version", action="version", version=f"VitalShift {__version__}")
    commands = parser.add_subparsers(metavar=_("COMMAND"))
    _add_vault(commands.add_parser("vault", help=_("create, check, back up or restore a vault")))
    _add_demo(commands.add_parser("demo", help=_("write the sample practice into a new vault")))
    _add_summary(commands.add_parser("summary", help=_("save a client's progress summary as PDF")))
    commands.add_parser(_MEASURE, help=_("score measures and work out change, without a vault"))
    return parser


def _add_vault(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar=_("ACT"), required=True)
    create = _with_secret(acts.add_parser("create", help=_("make a new, empty vault")))
    create.add_argument("path", type=Path)
    create.set_defaults(run=_create)
    check = _with_secret(acts.add_parser("check", help=_("prove that the vault is whole and encrypted")))
    check.add_argument("path", type=Path)
    check.set_defaults(run=_check)
    backup = _with_secret(acts.add_parser("backup", help=_("write a checked, encrypted backup")))
    backup.add_argument("path", type=Path)
    backup.add_argument("--to", type=Path, required=True, metavar=_("FOLDER"))
    backup.add_argument("--recovery-only", action="store_true", help=_("let it open by the recovery code alone"))
    backup.set_defaults(run=_back_up)
    restore = _with_secret(acts.add_parser("restore", help=_("make a vault from a backup; one that is there is kept")))
    restore.add_argument("file", type=Path)
    restore.add_argument("--to", type=Path, required=True, metavar=_("FOLDER"))
    restore.set_defaults(run=_restore)
    drill = _with_secret(acts.add_parser("drill", help=_("restore the newest backup for a try, and check it")))
    drill.add_argument("path", type=Path)
    drill.set_defaults(run=_drill)
    backups = acts.add_parser("backups", help=_("list the backups in a folder"))
    backups.add_argument("folder", type=Path)
    backups.add_argument("--json", action="store_true", help=_("answer in JSON"))
    backups.set_defaults(run=_backups)


def _add_demo(parser: argparse.ArgumentParser) -> None:
    _with_secret(parser)
    parser.add_argument("path", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=None, metavar=_("DATE"))
    parser.set_defaults(run=_demo)


def _add_summary(parser: argparse.ArgumentParser) -> None:
    _with_secret(parser)
    parser.add_argument("--vault", type=Path, required=True, metavar=_("PATH"))
    parser.add_argument("--client", required=True, metavar=_("CODE"))
    parser.add_argument("--pdf", type=Path, required=True, metavar=_("FILE"))
    parser.set_defaults(run=_summary)


def _with_secret(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--passphrase-stdin", action="store_true", help=_("read the passphrase from the first line"))
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))
    return parser


def _passphrase(parsed: argparse.Namespace) -> str:
    given = _first_line() if parsed.passphrase_stdin else _typed(_("Passphrase: "))
    if not given:
        _refuse(_("No passphrase was given."))
    return given


def _secret(parsed: argparse.Namespace) -> str:
    given = _first_line() if parsed.passphrase_stdin else _typed(_("Passphrase or recovery code: "))
    if not given:
        _refuse(_("No passphrase was given."))
    return given


def _first_line() -> str:
    try:  # the bytes themselves, so that the same passphrase means the same in every terminal
        return sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        _refuse(_("The passphrase on standard input is not text in UTF-8."))


def _typed(question: str) -> str:
    try:
        return getpass.getpass(question)
    except EOFError:
        return ""


def _refuse(words: str) -> NoReturn:
    print(words, file=sys.stderr)
    raise SystemExit(PROBLEM)


def _new_passphrase(parsed: argparse.Namespace) -> str:
    first = _passphrase(parsed)
    if not parsed.passphrase_stdin and _typed(_("Type it again: ")) != first:
        _refuse(_("The two passphrases differ. Nothing was created."))
    return first


def _say(parsed: argparse.Namespace, answer: dict[str, object], words: Sequence[str]) -> None:
    print(_shown(json.dumps(answer, ensure_ascii=False, sort_keys=True) if parsed.json else "\n".join(words)))


def _shown(text: str) -> str:
    """The text as a terminal may have it: the name of a file on somebody's stick must not steer the terminal."""
    return "".join("\ufffd" if unicodedata.category(one) in _STEERING and one != "\n" else one for one in text)


def _create(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless import create

    code = create(parsed.path, _new_passphrase(parsed))
    words = (
        _("Created {folder}.").format(folder=parsed.path),
        _("Recovery code: {code}").format(code=code),
        _("Write it down now and keep it away from this computer. It is not shown again."),
    )
    _say(parsed, {"folder": str(parsed.path), "recovery_code": code}, words)
    return DONE


def _check(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless import check

    report = check(parsed.path, _passphrase(parsed))
    _say(parsed, report.answer, report.words)
    return DONE if report.is_whole else PROBLEM


def _back_up(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless_backups import back_up

    report = back_up(parsed.path, _secret(parsed), parsed.to, recovery_only=parsed.recovery_only)
    _say(parsed, report.answer, report.words)
    return DONE


def _restore(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless_backups import restore

    report = restore(parsed.file, _secret(parsed), parsed.to)
    _say(parsed, report.answer, report.words)
    return DONE


def _drill(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless_backups import drill

    report = drill(parsed.path, _secret(parsed))
    _say(parsed, report.answer, report.words)
    return DONE


def _backups(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless_backups import backups

    report = backups(parsed.folder)
    _say(parsed, report.answer, report.words)
    return DONE


def _demo(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless import demo

    chosen = _new_passphrase(parsed) if parsed.passphrase_stdin else None
    passphrase = demo(parsed.path, chosen, parsed.today)
    words = [_("Wrote the sample practice to {folder}.").format(folder=parsed.path)]
    if chosen is None:
        words.append(_("Its passphrase: {passphrase}").format(passphrase=passphrase))
    answer: dict[str, object] = {"folder": str(parsed.path)}
    _say(parsed, answer if chosen else {**answer, "passphrase": passphrase}, words)
    return DONE


def _summary(parsed: argparse.Namespace) -> int:
    from vitalshift_desktop.headless import summary

    disclosure = summary(parsed.vault, _passphrase(parsed), parsed.client, parsed.pdf)
    answer = {"file": str(parsed.pdf), "serial": disclosure.serial, "pages": disclosure.pages}
    words = (_("Saved {file}, serial {serial}.").format(file=parsed.pdf, serial=disclosure.serial),)
    _say(parsed, answer, words)
    return DONE
