"""How often a standing appointment takes place, in words."""

from vitalshift_desktop.domain.standing import LONGEST_STEP, StandingAppointment
from vitalshift_desktop.ui.dates_in_words import full_day, time_words, weekday
from vitalshift_desktop.vocabulary import in_sentence
from vitalshift_desktop.words import _, ngettext


def step_words(weeks: int) -> str:
    """Such as "Every 2 weeks"."""
    return ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)


def step_choices() -> list[tuple[object, str]]:
    """All steps there are, with their words."""
    return [(weeks, step_words(weeks)) for weeks in range(1, LONGEST_STEP + 1)]


def standing_words(appointment: StandingAppointment) -> str:
    """Such as "Every 2 weeks, Thursday 13:30, 50 minutes, in person"."""
    details = appointment.details
    return _("{step}, {weekday} {time}, {n} minutes, {modality}").format(
        step=step_words(details.every_weeks),
        weekday=weekday(details.first_day),
        time=time_words(details.clock),
        n=details.minutes,
        modality=in_sentence(details.modality),
    )


def span_of_standing(appointment: StandingAppointment) -> str:
    """From when to when."""
    first, last = full_day(appointment.details.first_day), appointment.details.until
    if last is None:
        return _("From {first}").format(first=first)
    return _("From {first} to {last}").format(first=first, last=full_day(last))
