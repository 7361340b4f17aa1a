"""What was agreed about what somebody may know, in a few sentences."""

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


def answers_words(details: MayKnowDetails, person_id: RelatedPersonId) -> str:
    """Such as "May know: fees. Ask the client first: goals. Not: what is said in sessions."."""
    told = []
    for answer in KnowAnswer:
        things = [label(what).lower() for what in Knowledge if details.answer(person_id, what) is answer]
        if things:
            told.append(f"{label(answer)}: {', '.join(things)}.")
    return " ".join(told)


def may_know_words(desk: Desk, client_id: ClientId, name: str) -> str:
    """What was agreed for whoever goes by this name, in one line; "" where nothing was."""
    found = desk.workspace.may_know.about(client_id, name)
    if found is None:
        return ""
    person, now = found
    since = _("Agreed on {day}.").format(day=full_day(now.details.agreed_on))
    return f"{label(person.details.role)}. {answers_words(now.details, person.id)} {since}"
