"""The last step of a restore, once the records are closed."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.restoring import PreparedRestore
from vitalshift_desktop.ui.dialogs import Dialogs


def switch_over(prepared: PreparedRestore, dialogs: Dialogs) -> None:
    """Put the new vault in place; what keeps it from that is told, and then everything is as it was."""
    try:
        prepared.switch()
    except Problem as problem:
        told = sentence(problem)
        dialogs.tell(QWidget(), told.what, told.next_step)
    finally:
        prepared.discard()
