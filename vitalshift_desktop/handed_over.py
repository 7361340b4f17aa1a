"""The process that shows a form to the client: it holds the form and a public key, and opens nothing of the records."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vitalshift_desktop.domain.handover_packet import BadPacket, unpacked
from vitalshift_desktop.domain.handovers import FormAnswers, Packet
from vitalshift_desktop.process import harden_process

if TYPE_CHECKING:
    from vitalshift_desktop.ui.handover.form_window import FormWindow

_LARGEST = 1024 * 1024


def run_form(source: str) -> int:
    """Show the forms of the packet behind `source` until the client is done; gives the exit code.

    Afterwards this process too is replaced, by one that asks for the passphrase; so it is if anything goes wrong.
    """
    harden_process()
    packet = packet_from(source)
    from vitalshift_desktop.startup import Places
    from vitalshift_desktop.ui.application import dress, make_application
    from vitalshift_desktop.ui.crash_guard import CrashGuard
    from vitalshift_desktop.ui.desktop.capture import CaptureShield
    from vitalshift_desktop.ui.device_settings import DeviceSettings
    from vitalshift_desktop.vault.files.device_paths import DevicePaths
    from vitalshift_desktop.vault.files.system_lock import locked

    places = Places.usual()
    guard = CrashGuard(places.data)
    application = make_application(sys.argv[:1])
    settings = DeviceSettings(places.data / "device.ini")
    dress(application, settings)
    guard.tell = lambda _report: leave_form()  # a client is shown no sentence about a fault
    guard.install()
    if packet is None:
        leave_form()
        return 0
    held = locked(DevicePaths(places.data).form_lock(packet.vault_id))  # nobody opens the vault behind the form
    window = form_window(packet)
    window.left.connect(leave_form)
    shield = CaptureShield(application, lambda: settings.hides_from_capture, window)
    window.cover_screens()
    code = application.exec()
    del shield
    if held is not None:
        os.close(held)
    return code


def leave_form() -> None:
    """Make room for the page that asks for the passphrase."""
    from vitalshift_desktop.ui.closing import take_from_screen
    from vitalshift_desktop.ui.fresh_start import start_afresh

    take_from_screen()  # a window that is seen and will not be closed would keep a process from ending
    start_afresh()


def form_window(packet: Packet) -> FormWindow:
    """The window of a packet, not shown yet; what is answered is sealed into the folder that the packet names."""
    from vitalshift_desktop.ui.handover.form_window import FormWindow

    seal = _Sealing(packet).keep
    return FormWindow(packet.forms, seal, begins=packet.begins, larger_text=packet.larger_text)


class _Sealing:
    """Seals what was answered so far in place of what was sealed before."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet

    def keep(self, answers: Sequence[FormAnswers]) -> None:
        """Write the sealed file, durably; raises OSError."""
        from vitalshift_desktop.vault.files.handover_files import write_sealed
        from vitalshift_desktop.vault.keys.handover_seal import BoundTo, sealed

        packet = self._packet
        bound = BoundTo(packet.vault_id, packet.tag, tuple(form.id for form in packet.forms))
        write_sealed(Path(packet.folder), packet.tag, sealed(packet.public_key, bound, answers))


def packet_from(source: str) -> Packet | None:
    """What the process before us put into the pipe; None where that is not whole."""
    try:
        descriptor = _descriptor(int(source))
        with open(descriptor, "rb") as pipe:  # noqa: PTH123 -- an open descriptor
            return unpacked(pipe.read(_LARGEST))
    except (OSError, ValueError, OverflowError, RecursionError, BadPacket):
        return None


def _descriptor(number: int) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(number, os.O_RDONLY)
    os.set_inheritable(number, False)
    return number
