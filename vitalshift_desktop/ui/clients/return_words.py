"""What the page of a client who comes back says about their last episode."""

from vitalshift_desktop.domain.episodes import Confirm, Episode
from vitalshift_desktop.domain.goals import GoalCourse, GoalStatus
from vitalshift_desktop.domain.safe_contact import to_heed
from vitalshift_desktop.services.client_files import WholeFile
from vitalshift_desktop.services.consents import ConsentPage
from vitalshift_desktop.services.last_episode import LastEpisode
from vitalshift_desktop.ui.clients.detail_words import contact_facts, medicine_title
from vitalshift_desktop.ui.consent_words import consent_facts
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.vocabulary.people_words import heed_sentences
from vitalshift_desktop.words import _, ngettext


def span_sentence(last: LastEpisode) -> str:
    """Such as "Episode 1, 3 March 2023 to 12 June 2024, 24 sessions", as a sentence."""
    episode = last.episode
    if episode is None:
        return _("There was no episode yet.")
    sessions = ngettext("{n} session", "{n} sessions", last.held).format(n=last.held)
    return _("Episode {n}, {first} to {last}, {sessions}.").format(
        n=episode.number,
        first=full_day(last.first or episode.opened_on),
        last=full_day(episode.ended_on or last.last_day or episode.opened_on),
        sessions=sessions,
    )


def ending_sentence(episode: Episode) -> str:
    """Such as "Planned ending, decided by both of you", as a sentence."""
    if episode.ending is None:
        return _("How it ended was not recorded.")
    if episode.decided_by is None:
        return _("{ending}.").format(ending=label(episode.ending))
    return _("{ending}, {decided}.").format(ending=label(episode.ending), decided=in_sentence(episode.decided_by))


def goal_sentence(course: GoalCourse) -> str:
    """How far a goal had come."""
    if course.goal.status is not GoalStatus.ACTIVE:
        return label(course.goal.status)
    if course.now is None:
        return _("Not rated")
    return _("From {start} to {now} of 10").format(start=course.start, now=course.now)


def checkins_sentence(last: LastEpisode) -> str:
    """The last scores with their days."""
    one = _("{score} on {day}")
    told = [one.format(score=mean_words(score), day=full_day(day)) for day, score in last.checkins]
    return "; ".join(told) if told else _("None were given.")


def confirm_facts(what: Confirm, whole: WholeFile, consents: ConsentPage) -> tuple[str, ...]:
    """What is written down now, so that it can be looked at before it is ticked."""
    if what is Confirm.CONTACT:
        told = [f"{name}: {words}" for name, words in contact_facts(whole, whole.client.since) if words.strip()]
        return tuple(told) or (_("Nothing is written down yet."),)
    if what is Confirm.SAFE_CONTACT:
        return heed_sentences(to_heed(whole.file)) or (_("Nothing special was asked for."),)
    if what is Confirm.MEDICINES:
        told = [medicine_title(one.details) for one in whole.medicines if one.details.until is None]
        return tuple(told) or (_("None are written down."),)
    gap = (label(whole.consent_gap),) if whole.consent_gap is not None else ()
    return (*gap, *consent_facts(consents))
