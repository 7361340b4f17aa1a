"""The measures that clients of the sample practice are asked for, and a time without any."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.client_measures import (
    MeasurePause,
    MeasurePauseId,
    MeasureUse,
    MeasureUseId,
    Moment,
    UseDetails,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.instruments import instrument
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SampleUse:
    """A measure in use; days count from the day of writing."""

    instrument: str
    since: int
    details: UseDetails


@dataclass(frozen=True, slots=True)
class SamplePause:
    """A time without measures that is over."""

    reason: str
    since: int
    until: int


def read_uses(entry: Entry) -> tuple[SampleUse, ...]:
    """The measures one client is asked for."""
    return tuple(_use(one) for one in entry.each("measures_used"))


def read_pauses(entry: Entry) -> tuple[SamplePause, ...]:
    """The times in which one client was asked for none."""
    return tuple(_pause(one) for one in entry.each("measures_paused"))


def write_uses(work: UnitOfWork, client_id: ClientId, on: Callable[[int], date], uses: tuple[SampleUse, ...]) -> None:
    """Write what the client is asked for."""
    for sample in uses:
        is_critical = instrument(sample.instrument).critical_item is not None
        details = sample.details.checked(is_critical=is_critical)
        use = MeasureUse(MeasureUseId(0), client_id, sample.instrument, on(sample.since), details)
        work.client_measures.add(use)


def write_pauses(
    work: UnitOfWork, client_id: ClientId, on: Callable[[int], date], pauses: tuple[SamplePause, ...]
) -> None:
    """Write when the client was asked for nothing."""
    for sample in pauses:
        pause = MeasurePause(MeasurePauseId(0), client_id, sample.reason, on(sample.since), on(sample.until))
        work.client_measures.add_pause(pause)


def _use(entry: Entry) -> SampleUse:
    details = UseDetails(
        entry.whole("every_sessions"), entry.word("moment", Moment, Moment.START), entry.text("reason", "")
    )
    use = SampleUse(entry.text("instrument"), entry.whole("since"), details)
    entry.finish()
    return use


def _pause(entry: Entry) -> SamplePause:
    pause = SamplePause(entry.text("reason"), entry.whole("since"), entry.whole("until"))
    entry.finish()
    return pause
