"""The consents of the sample practice, releases, and who may know what."""

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consents import (
    Assent,
    Consent,
    ConsentDetails,
    ConsentId,
    ConsentKind,
    GivenBy,
    GivenHow,
    Giver,
    Withdrawal,
)
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnow, MayKnowDetails, MayKnowId
from vitalshift_desktop.services.consent_templates import consent_template
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.services.sample_writer import SampleDays
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

FORMAT = 1
_ROLES = {"guardian": GivenBy.GUARDIAN, "substitute": GivenBy.SUBSTITUTE}


def write_consents(work: UnitOfWork, days: SampleDays, data: object) -> None:
    """Write all of them for the clients that are there by now; raises SampleInvalid."""
    entry = Entry(data, "consents.json")
    if entry.whole("format") != FORMAT:
        raise entry.wrong("format", str(FORMAT))
    clients = {client.name: client.id for client in work.clients.all()}
    for one in entry.each("consents"):
        _write_consent(work, days, one, clients)
    for one in entry.each("may_know"):
        _write_may_know(work, days, one, clients)
    entry.finish()


def _write_consent(work: UnitOfWork, days: SampleDays, one: Entry, clients: dict[str, ClientId]) -> None:
    client_id, kind, day = _client(one, clients), one.word("kind", ConsentKind), one.whole("day")
    template = consent_template(kind)
    details = ConsentDetails(
        kind=kind,
        given_on=days.on(day),
        explained=template.plain if one.has("plain") and one.flag("plain") else template.wording,
        givers=_givers(work, one, client_id),
        how=one.word("how", GivenHow, GivenHow.ON_PAPER),
        until=days.maybe(one.maybe_whole("until")),
        scope=one.text("scope", ""),
        recipient=one.text("recipient", ""),
        purpose=one.text("purpose", ""),
        words=one.text("words", ""),
        assent=one.word("assent", Assent, Assent.NOT_ASKED),
        assent_words=one.text("assent_words", ""),
    )
    at = days.at(day, one.clock("time", "12:00"))
    consent = work.consents.add(Consent(ConsentId(0), client_id, details.checked(days.today), at))
    withdrawn = one.one("withdrawn")
    if withdrawn is not None:
        on = withdrawn.whole("day")
        taken_back = Withdrawal(days.on(on), withdrawn.text("words"), days.at(on, one.clock("time", "12:00")))
        work.consents.withdraw(consent.id, taken_back.checked(details.given_on, days.today))
        withdrawn.finish()
    one.finish()


def _givers(work: UnitOfWork, one: Entry, client_id: ClientId) -> tuple[Giver, ...]:
    """The client, unless people around them are named who consent."""
    names = one.texts("givers") if one.has("givers") else ()
    people = {person.details.name: person.details for person in work.related_people.of_client(client_id)}
    if any(name not in people or people[name].role.value not in _ROLES for name in names):
        raise one.wrong("givers", "names of those who consent")
    return tuple(Giver(_ROLES[people[name].role.value], name) for name in names) or (Giver(GivenBy.CLIENT),)


def _write_may_know(work: UnitOfWork, days: SampleDays, one: Entry, clients: dict[str, ClientId]) -> None:
    client_id, day = _client(one, clients), one.whole("day")
    people = {person.details.name: person.id for person in work.related_people.of_client(client_id)}
    cells = []
    for answers in one.each("answers"):
        name = answers.text("person")
        if name not in people:
            raise answers.wrong("person", "somebody around the client")
        cells += [
            (people[name], what, answers.word(what.value, KnowAnswer, KnowAnswer.ASK_FIRST)) for what in Knowledge
        ]
        answers.finish()
    details = MayKnowDetails(days.on(day), one.text("agreed_by"), tuple(cells), one.text("words", ""))
    agreed = details.checked(set(people.values()), days.today)
    work.consents.add_may_know(MayKnow(MayKnowId(0), client_id, agreed, days.at(day, one.clock("time", "12:00"))))
    one.finish()


def _client(one: Entry, clients: dict[str, ClientId]) -> ClientId:
    name = one.text("client")
    if name not in clients:
        raise one.wrong("client", "the name of a client")
    return clients[name]
