"""The episodes and safety plans of the sample practice; days count from the day of writing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import DecidedBy, Ending, Episode, next_episode
from vitalshift_desktop.domain.safety_plans import PlanPart, SafetyPlan, SafetyPlanId, SafetyPlanVersion
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_WRITTEN_AT = time(18, 0)


@dataclass(frozen=True, slots=True)
class SampleEpisode:
    """One episode; the last one of a client who comes now has no end."""

    opened: int
    ended: int | None
    ending: Ending
    decided_by: DecidedBy
    words: str


@dataclass(frozen=True, slots=True)
class SampleSafetyPlan:
    """One version of a safety plan with its day, and how many days later it is looked at again."""

    day: int
    review: int | None
    plan: SafetyPlan


def read_episodes(entry: Entry) -> tuple[SampleEpisode, ...]:
    """The episodes of one client; none in the file means one, from the first day on."""
    return tuple(map(_episode, entry.each("episodes")))


def read_safety_plans(entry: Entry) -> tuple[SampleSafetyPlan, ...]:
    """The versions of one client's safety plan."""
    return tuple(map(_plan, entry.each("safety_plans")))


def write_episodes(
    work: UnitOfWork, client_id: ClientId, on: Callable[[int], date], samples: Iterable[SampleEpisode]
) -> tuple[Episode, ...]:
    """Write the episodes one after the other."""
    written: tuple[Episode, ...] = ()
    for sample in samples:
        episode = next_episode(written, client_id, on(sample.opened))
        if sample.ended is not None:
            episode = episode.ended(on(sample.ended), sample.ending, sample.decided_by, sample.words)
        written = (*written, work.episodes.add(episode))
    return written


def write_safety_plans(
    work: UnitOfWork,
    client_id: ClientId,
    on: Callable[[int], date],
    at: Callable[[int, time], datetime],
    samples: Iterable[SampleSafetyPlan],
) -> None:
    """Put the versions in force one after the other, each on the evening of its day."""
    for number, sample in enumerate(samples, start=1):
        plan = replace(sample.plan, review_on=on(sample.review) if sample.review is not None else None)
        day, moment = on(sample.day), at(sample.day, _WRITTEN_AT)
        work.safety_plans.add(SafetyPlanVersion(SafetyPlanId(0), client_id, number, plan.checked(day), day, moment))


def _episode(entry: Entry) -> SampleEpisode:
    episode = SampleEpisode(
        opened=entry.whole("opened"),
        ended=entry.maybe_whole("ended"),
        ending=entry.word("ending", Ending, Ending.PLANNED),
        decided_by=entry.word("decided_by", DecidedBy, DecidedBy.BOTH),
        words=entry.text("words", ""),
    )
    entry.finish()
    return episode


def _plan(entry: Entry) -> SampleSafetyPlan:
    plan = SafetyPlan()
    for part in PlanPart:
        plan = plan.with_text(part, entry.text(part.value, ""))
    version = SampleSafetyPlan(entry.whole("day"), entry.maybe_whole("review"), plan)
    entry.finish()
    return version
