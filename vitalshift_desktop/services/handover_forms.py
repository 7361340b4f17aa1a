"""Which forms can be handed over in a session."""

from dataclasses import dataclass

from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.handovers import may_be_handed
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.instrument_list import usable_in
from vitalshift_desktop.services.measures_due import due_in
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class HandedChoice:
    """One form: at which moment it is due in this session, if it is, and whether the session has it already.

    `is_usual` for the check-in, and for what is in use with this client; `late_reason` is why it is used at the end.
    """

    instrument: Instrument
    due_at: Moment | None
    is_recorded: bool
    is_usual: bool
    late_reason: str = ""

    @property
    def is_critical(self) -> bool:
        """Whether it asks about something that is read at once."""
        return self.instrument.critical is not None


def choices_for(work: UnitOfWork, session: Session, rater: Rater = Rater.CLIENT) -> tuple[HandedChoice, ...]:
    """The forms in the order they are offered: those with a critical item, the check-in, then the others by name.

    The check-in looks back on a session, so it is due at the end; while measures are paused nothing is due.
    """
    recorded = {one.instrument_id for one in work.measures.of_session(session.id) if one.rater is rater}
    lines = {line.instrument.id: line.use.details for line in due_in(work, session.id)}
    due = {form: details.moment for form, details in lines.items()}
    is_paused = session.client_id in work.client_measures.paused_ids()
    if not is_paused:
        due.setdefault(CHECKIN, Moment.END)
    usual = {CHECKIN, *(use.instrument_id for use in work.client_measures.of_client(session.client_id))}
    known = [one for one in usable_in(work, session.day) if may_be_handed(one)]
    reasons = {form: details.reason for form, details in lines.items()}
    found = [
        HandedChoice(one, due.get(one.id), one.id in recorded, one.id in usual, reasons.get(one.id, ""))
        for one in known
    ]
    return tuple(sorted(found, key=_place))


def _place(choice: HandedChoice) -> tuple[bool, bool, str]:
    return (not choice.is_critical, choice.instrument.id != CHECKIN, choice.instrument.name)
