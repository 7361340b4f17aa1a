"""The words of the audit trail for measures and for handing them over: what was done, and to which objects."""

from collections.abc import Callable, Mapping
from typing import Final

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.words import _


def act_words() -> Mapping[AuditAct, str]:
    """The acts about measures."""
    return {
        AuditAct.CHECK_IN_RECORDED: _("Check-in recorded"),
        AuditAct.CHECK_IN_CORRECTED: _("Check-in corrected"),
        AuditAct.MEASURE_RECORDED: _("Measure recorded"),
        AuditAct.MEASURE_CORRECTED: _("Measure corrected"),
        AuditAct.MEASURE_NOT_GIVEN: _("Measure noted as not given"),
        AuditAct.MEASURE_NOT_GIVEN_REMOVED: _("Measure no longer noted as not given"),
        AuditAct.HANDOVER_ARMED: _("Forms handed over"),
        AuditAct.HANDOVER_TAKEN_IN: _("Answers taken in"),
        AuditAct.HANDOVER_DECLINED: _("Forms declined"),
        AuditAct.HANDOVER_NOT_GIVEN: _("No answers were given"),
        AuditAct.HANDOVER_REFUSED: _("File of answers refused"),
        AuditAct.MEASURE_CHOSEN: _("Measure chosen for the client"),
        AuditAct.MEASURE_CHANGED: _("Use of a measure changed"),
        AuditAct.MEASURE_STOPPED: _("Measure no longer used"),
        AuditAct.MEASURES_PAUSED: _("Measures paused for the client"),
        AuditAct.MEASURES_RESUMED: _("Measures resumed"),
        AuditAct.INSTRUMENT_SWITCHED: _("Instrument switched on or off"),
        AuditAct.INSTRUMENT_LICENSED: _("Licence of an instrument noted"),
        AuditAct.INSTRUMENT_ADDED: _("Instrument added"),
        AuditAct.INSTRUMENT_CHANGED: _("Instrument changed"),
        AuditAct.INSTRUMENT_PUT_AWAY: _("Instrument put away or offered again"),
        AuditAct.INSTRUMENT_REMOVED: _("Unused instrument removed"),
        AuditAct.ANSWER_REVIEWED: _("Answer reviewed with the client"),
        AuditAct.DROP_TALKED_THROUGH: _("Drop talked through"),
    }


OBJECTS: Final[Mapping[str, Callable[[], str]]] = {
    "administration": lambda: _("Check-in"),
    "client_measure": lambda: _("Measure of the client"),
    "measure_pause": lambda: _("Time without measures"),
}
