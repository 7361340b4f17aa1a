"""What the sample practice knows about people beside name and code: the file, those around them, and medicines."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from vitalshift_desktop.domain.client_files import ClientFile, ClientKind
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.dated_words import RiskWord, RiskWordId
from vitalshift_desktop.domain.joint_files import Member, MemberId
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails, MedicineId
from vitalshift_desktop.domain.related_people import (
    ConsentPart,
    PersonDetails,
    RelatedPerson,
    RelatedPersonId,
    RelatedRole,
)
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from vitalshift_desktop.services.sample_writer import SampleDays

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody around a client; `since` counts days from the day of writing."""

    details: PersonDetails
    since: int | None


@dataclass(frozen=True, slots=True)
class SampleMedicine:
    """A medicine or other care; all days count from the day of writing."""

    name: str
    dose: str
    prescriber: str
    told: int
    since: int | None


@dataclass(frozen=True, slots=True)
class SampleFile:
    """The rest of a client's file; a member is the code of their own file or a name."""

    file: ClientFile
    people: tuple[SamplePerson, ...]
    medicines: tuple[SampleMedicine, ...]
    members: tuple[tuple[str, str], ...]
    risk_word: tuple[str, str, int] | None


def read_file(entry: Entry) -> SampleFile:
    """The rest of the file of one client; raises SampleInvalid."""
    part = entry.one("file")
    risk = entry.one("risk_word")
    return SampleFile(
        file=_finished(part, _file(part)) if part else ClientFile(),
        people=tuple(_finished(one, _person(one)) for one in entry.each("people")),
        medicines=tuple(_finished(one, _medicine(one)) for one in entry.each("medicines")),
        members=tuple(_finished(one, (one.text("code", ""), one.text("name", ""))) for one in entry.each("members")),
        risk_word=_finished(risk, (risk.text("word"), risk.text("note"), risk.whole("day"))) if risk else None,
    )


def write_file(work: UnitOfWork, days: "SampleDays", client: Client, sample: SampleFile) -> None:
    """Write the rest of a client's file."""
    if sample.file != ClientFile():
        work.files.save(client.id, sample.file.checked())
    for person in sample.people:
        details = replace(person.details, since=days.maybe(person.since)).checked()
        work.related_people.add(RelatedPerson(RelatedPersonId(0), client.id, details))
    for one in sample.medicines:
        told = MedicineDetails(one.name, days.on(one.told), one.dose, one.prescriber, days.maybe(one.since))
        work.medicines.add(Medicine(MedicineId(0), client.id, told.checked(days.today)))
    for code, name in sample.members:
        own = work.clients.by_code(code) if code else None
        work.members.add(Member(MemberId(0), client.id, own.id if own else None, name).checked())
    if sample.risk_word is not None:
        word, note, day = sample.risk_word
        work.files.add_risk_word(RiskWord(RiskWordId(0), client.id, word, days.on(day), note).checked(days.today))


def _file(entry: Entry) -> ClientFile:
    return ClientFile(
        kind=entry.word("kind", ClientKind, ClientKind.PERSON),
        address=entry.text("address", ""),
        no_voicemail=entry.flag("no_voicemail"),
        no_letters=entry.flag("no_letters"),
        no_messages=entry.flag("no_messages"),
        cover_name=entry.text("cover_name", ""),
        languages=entry.text("languages", ""),
        interpreter_language=entry.text("interpreter_language", ""),
        access_needs=entry.text("access_needs", ""),
    )


def _person(entry: Entry) -> SamplePerson:
    details = PersonDetails(
        name=entry.text("name"),
        role=entry.word("role", RelatedRole),
        phone=entry.text("phone", ""),
        in_emergency=entry.flag("in_emergency"),
        may_share=entry.text("may_share", ""),
        consent=entry.word("consent", ConsentPart, ConsentPart.NONE),
    )
    return SamplePerson(details, entry.maybe_whole("since"))


def _medicine(entry: Entry) -> SampleMedicine:
    return SampleMedicine(
        name=entry.text("name"),
        dose=entry.text("dose", ""),
        prescriber=entry.text("prescriber", ""),
        told=entry.whole("told"),
        since=entry.maybe_whole("since"),
    )


def _finished(entry: Entry, read: Read) -> Read:
    entry.finish()
    return read
