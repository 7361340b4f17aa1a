"""Parts played in a process of its own; run as `python -m tests.journeys.roles PART HOME ...`.

Each tells what it has seen done, one line for each act, so that a test knows what must still be there after a kill.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.journeys.elsewhere import say, wait_to_be_told

NAME = "Maren Tveit"
CODE = "0201"
PASSPHRASE = "seven green kettles sing"
DATA = "Took the bus two stops alone – with “open” eyes, and cried a little.\nWants the supermarket next."
PLAN = "Supermarket, Tuesday 10:00. Stay until the fear halves; no exit plan."
MINE, THEIRS = "8877", "8979"
REMINDER = "Ask about Tuesday"
KEPT = "This much was saved and said so. "
STEADY = "and then the counselor went on typing without a pause "
PDF = "summary.pdf"
STEADY_SECONDS = 2.6


def hold(folder: str) -> None:
    """Hold the lock of a vault until told otherwise."""
    from vitalshift_desktop.vault.files.device_paths import VaultPaths
    from vitalshift_desktop.vault.files.lock_file import LockFile

    lock = LockFile(VaultPaths(Path(folder)).lock)
    say("held")
    wait_to_be_told()
    lock.release()


def first_day(home: str) -> None:
    """The first day with a new vault, from the first page to a half-typed note; goes on typing until it is killed."""
    from tests.journeys.computer import Computer
    from tests.journeys.counselor import Counselor
    from vitalshift_desktop.vault.keys.key_slots import KdfCost

    counselor = Counselor(Computer(Path(home), cost=KdfCost.floor()))
    _set_up_and_add(counselor)
    _write_and_sign(counselor)
    _rate_and_remind(counselor, Path(home))
    _type_until_killed(counselor)


def _set_up_and_add(counselor: "Counselor") -> None:
    computer = counselor.computer
    computer.start()
    folder = computer.places.documents / "My Practice.vshift"
    groups = counselor.door.set_up("Ada Lindgren", folder, PASSPHRASE)
    say("created", folder=str(folder), groups=groups)
    counselor.clients.add(NAME, code=CODE, pronouns="she/her", presenting="Panic in crowded places.")
    say("client added")
    counselor.clients.plan_session("12 Mar 2026", "13:30")
    say("session planned")


def _write_and_sign(counselor: "Counselor") -> None:
    counselor.computer.clock.advance(minutes=12)
    counselor.today.go()
    counselor.today.start_note()
    counselor.note.write("data", DATA)
    counselor.note.write("plan", PLAN)
    counselor.note.save()
    say("note saved", data=counselor.note.texts()["data"], plan=counselor.note.texts()["plan"])
    counselor.computer.clock.advance(minutes=50)
    counselor.checkin.rate(MINE, THEIRS)
    say("checked in", mine=counselor.checkin.numbers("you"), theirs=counselor.checkin.numbers("client"))
    counselor.note.go_back_to_text()
    counselor.note.sign()
    say("signed", line=counselor.note.signature())


def _rate_and_remind(counselor: "Counselor", home: Path) -> None:
    counselor.clients.open(NAME)
    say("charted", **counselor.clients.alliance_table())
    counselor.reminders.add(REMINDER, client=NAME)
    counselor.reminders.go()
    say("reminder added", titles=counselor.reminders.titles())
    counselor.clients.open(NAME)
    say("pdf saved", words=counselor.save_summary(home / PDF))


def _type_until_killed(counselor: "Counselor") -> None:
    from tests.journeys.hands import let_work, press, type_text

    press("Alt+Left")
    counselor.note.start_unplanned()
    counselor.note.write("data", KEPT)
    counselor.note.save()
    say("half a note saved", data=counselor.note.texts()["data"])
    count, began = 0, time.monotonic()
    while True:
        type_text(STEADY[count % len(STEADY)])
        count += 1
        say("typed", count=count, at=time.monotonic() - began)
        if time.monotonic() - began > STEADY_SECONDS:
            say("still typing")
        pause_until = time.monotonic() + 0.02  # fifty keys a second, as long as it lasts
        while time.monotonic() < pause_until:
            let_work()


def lock_for_good(home: str, passphrase: str) -> None:
    """Open records, write a word that is told, and lock as the app itself does: by becoming a new process."""
    from tests.journeys.computer import Computer
    from tests.journeys.counselor import Counselor
    from tests.journeys.hands import press
    from vitalshift_desktop.ui.fresh_start import start_afresh

    counselor = Counselor(Computer(Path(home), relaunch=start_afresh))
    counselor.computer.start()
    counselor.door.unlock(passphrase)
    counselor.today.start_note()
    counselor.note.write("data", wait_to_be_told())
    counselor.note.await_saved()
    say("written")
    wait_to_be_told()
    press("Ctrl+L")


def hand_over(home: str, passphrase: str) -> None:
    """Open records, and hand two forms over as the app itself does: by becoming a process that shows them."""
    from tests.journeys.computer import Computer
    from tests.journeys.counselor import Counselor
    from vitalshift_desktop.services.handovers import HandoverWish
    from vitalshift_desktop.ui.fresh_start import start_afresh, start_form

    counselor = Counselor(Computer(Path(home), relaunch=start_afresh, show_form=start_form))
    counselor.computer.start()
    counselor.door.unlock(passphrase)
    counselor.today.start_note()
    counselor.note.write("data", wait_to_be_told())
    counselor.note.await_saved()
    handovers = counselor.computer.workspace.handovers
    packet = handovers.arm(handovers.session_at_hand(), HandoverWish(("phq9", "vs_checkin")))
    say("armed", file=f"handover-{packet.tag}.sealed", key=packet.public_key.hex())
    wait_to_be_told()
    counselor.computer.app.hand_over(packet)


PARTS: dict[str, Callable[..., None]] = {
    "hold": hold,
    "first_day": first_day,
    "lock_for_good": lock_for_good,
    "hand_over": hand_over,
}


if __name__ == "__main__":
    from tests.journeys.counselor import Counselor
    from vitalshift_desktop.process import harden_process

    harden_process()
    PARTS[sys.argv[1]](*sys.argv[2:])
