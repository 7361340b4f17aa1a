"""What Help says about starting the app with the desktop session, for each system."""

from vitalshift_desktop.words import _


def autostart_help() -> tuple[str, ...]:
    """A recipe for each system, and what starting by itself does and does not do."""
    return (
        _(
            "VitalShift can start when you log in to this computer. It comes up in the task bar, locked, and opens "
            "nothing by itself. With “Ring while the records are locked” in Settings, Reminders, it then says “A "
            "reminder is due.” without your opening the app first. It cannot ring while it is not running."
        ),
        _("Linux: switch it on in Settings, Reminders. Switching it off takes the entry away again."),
        _(
            "macOS: open System Settings, General, Login Items. Press the plus sign under “Open at Login”, choose "
            "VitalShift in Applications, and press Open. To stop it, select VitalShift there and press the minus sign."
        ),
        _(
            "Windows: press the Windows key and R, type shell:startup and press Enter. Put a shortcut to VitalShift "
            "into the folder that opens. In the shortcut’s properties, add a space and --minimized at the end of "
            "Target. To stop it, delete the shortcut."
        ),
    )
