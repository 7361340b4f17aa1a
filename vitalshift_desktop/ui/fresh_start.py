"""Becoming a new process, so that nothing of the record stays in memory."""

import errno
import os
import sys

from PySide6.QtWidgets import QApplication

FORM = "--show-form"
"""The argument by which our program knows that it is to show a form; the number of a pipe follows."""


def start_afresh() -> None:
    """Replace this process by a new one, so that nothing of the record stays in memory."""
    command = own_command()
    if sys.platform == "win32":
        from PySide6.QtCore import QProcess

        QProcess.startDetached(command[0], command[1:])
        QApplication.quit()
        return
    try:
        os.execv(command[0], command)  # noqa: S606 - our own program, no shell, no input from people
    except OSError:
        QApplication.quit()  # rather no window than one over old memory


def start_form(packet: bytes) -> None:
    """Replace this process by one that shows a form and knows nothing but this packet.

    The packet goes through a pipe whose end the new process inherits: unlike an argument or the environment a pipe is
    seen by no other program, is empty once it was read, and is not handed on. Where that fails there is the page that
    asks for the passphrase, as after any lock.
    """
    try:
        command = own_command()
        if sys.platform == "win32":
            _start_form_beside(command, packet)
            QApplication.quit()
            return
        os.execv(command[0], [*command, FORM, str(_pipe_with(packet))])  # noqa: S606 - our own program, no shell
    except OSError:
        start_afresh()


def _pipe_with(packet: bytes) -> int:
    """The end of a pipe in which the packet waits, to be inherited; raises OSError where it does not fit."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)  # nobody reads yet: what does not fit must not hold us up for ever
    try:
        if os.write(writer, packet) != len(packet):
            raise OSError(errno.EMSGSIZE, "the packet does not fit")
    except OSError:
        os.close(reader)
        raise
    finally:
        os.close(writer)
    os.set_inheritable(reader, True)
    return reader


def _start_form_beside(command: list[str], packet: bytes) -> None:
    if sys.platform == "win32":
        import msvcrt
        import subprocess

        reader = _pipe_with(packet)
        handle = msvcrt.get_osfhandle(reader)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        subprocess.Popen([*command, FORM, str(handle)], startupinfo=startup)  # noqa: S603 - our own program, no shell


def own_command() -> list[str]:
    """How this very app is started."""
    return [sys.executable] if getattr(sys, "frozen", False) else _ourselves()


def _ourselves() -> list[str]:
    """Python with our package; `-P` keeps it from loading modules of the folder the app was started in."""
    return [sys.executable, "-P", "-m", "vitalshift_desktop"]
