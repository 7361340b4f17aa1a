"""Which forms can be handed over in a session."""

from dataclasses import dataclass

from vitalshift_desktop.domain.handovers import may_be_handed
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.instrument_list import usable_in
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class HandedChoice:
    """One form: whether it is due for this client now, and whether the session has it already."""

    instrument: Instrument
    is_due: bool
    is_recorded: bool

    @property
    def is_critical(self) -> bool:
        """Whether it asks about something that is read at once."""
        return self.instrument.critical is not None


def choices_for(work: UnitOfWork, session: Session, rater: Rater = Rater.CLIENT) -> tuple[HandedChoice, ...]:
    """The forms in the order they are offered: those with a critical item, the check-in, then the others by name."""
    recorded = {one.instrument_id for one in work.measures.of_session(session.id) if one.rater is rater}
    known = [one for one in usable_in(work, session.day) if may_be_handed(one)]
    found = [HandedChoice(one, one.id == CHECKIN, one.id in recorded) for one in known]
    return tuple(sorted(found, key=_place))


def _place(choice: HandedChoice) -> tuple[bool, bool, str]:
    return (not choice.is_critical, choice.instrument.id != CHECKIN, choice.instrument.name)
