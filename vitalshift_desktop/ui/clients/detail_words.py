"""What the Details tab says: facts of a client's file in words."""

from datetime import date

from vitalshift_desktop.domain.client_files import ClientKind
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole
from vitalshift_desktop.services.client_files import WholeFile
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

Facts = list[tuple[str, str]]


def who_facts(whole: WholeFile) -> Facts:
    """Name, code, pronouns and birth."""
    details = whole.client.details
    return [
        (_("Preferred name"), details.preferred_name),
        (_("Legal name"), details.legal_name),
        (_("Record code"), details.code),
        (_("Pronouns"), details.pronouns),
        (_("Date of birth"), _born(whole)),
    ]


def contact_facts(whole: WholeFile, today: date) -> Facts:
    """How to reach the client, and whom to call in an emergency."""
    details, file = whole.client.details, whole.file
    people = [person.details for person in whole.people if person.details.stands_on(today)]
    emergency = [_reach(person) for person in people if person.is_emergency_contact]
    return [
        (_("Phone"), details.phone),
        (_("Email"), details.email),
        (_("Address"), file.address),
        (_("In an emergency"), "\n".join(emergency)),
    ]


def needs_facts(whole: WholeFile, today: date) -> Facts:
    """What brings the client, what they need, and their GP."""
    file = whole.file
    doctors = [one.details for one in whole.people if one.details.role is RelatedRole.GP]
    interpreter = _("Needed for {language}").format(language=file.interpreter_language)
    return [
        (_("What brings them"), whole.client.details.presenting.strip()),
        (_("Languages"), file.languages),
        (_("Interpreter"), interpreter if file.interpreter_language else ""),
        (_("Access needs"), file.access_needs),
        (_("GP"), "\n".join(_reach(doctor) for doctor in doctors if doctor.stands_on(today))),
    ]


def kind_facts(whole: WholeFile, joint: list[str]) -> Facts:
    """Whose file it is, and in which joint files the client is a member."""
    of_one = whole.file.kind is ClientKind.PERSON and not joint
    return [
        (_("This is the file of"), "" if of_one else label(whole.file.kind)),
        (_("Also a member of"), "\n".join(joint)),
    ]


def person_facts(person: PersonDetails) -> str:
    """Who somebody is, how to reach them, and since when."""
    consent = label(person.consent) if person.consent is not ConsentPart.NONE else ""
    emergency = _("call in an emergency") if person.in_emergency else ""
    parts = (label(person.role), consent, emergency, _span(person.since, person.until))
    return " · ".join(part for part in parts if part)


def person_words(person: PersonDetails) -> str:
    """How to reach somebody, and what may be shared with them."""
    share = person.may_share or _("Nothing may be shared.")
    lines = (person.phone, person.email, _("May be shared: {words}").format(words=share) if person.may_share else share)
    return "\n".join(line for line in lines if line)


def medicine_facts(medicine: MedicineDetails) -> str:
    """Since when, and when it was told."""
    told = _("told on {day}").format(day=full_day(medicine.told_on))
    return " · ".join(part for part in (_span(medicine.since, medicine.until), told) if part)


def medicine_words(medicine: MedicineDetails) -> str:
    """Who prescribed or gives it."""
    return _("From {prescriber}").format(prescriber=medicine.prescriber) if medicine.prescriber else ""


def medicine_title(medicine: MedicineDetails) -> str:
    """Its name and dose."""
    return f"{medicine.name}, {medicine.dose}" if medicine.dose else medicine.name


def _born(whole: WholeFile) -> str:
    born, age = whole.client.details.born, whole.age
    if born is None or age is None:
        return ""
    words = ngettext("{day}, {n} year old", "{day}, {n} years old", age)
    return words.format(day=full_day(born), n=age)


def _reach(person: PersonDetails) -> str:
    return ", ".join(part for part in (person.name, person.phone, person.email) if part)


def _span(since: date | None, until: date | None) -> str:
    if since is not None and until is not None:
        return _("{first} to {last}").format(first=full_day(since), last=full_day(until))
    if since is not None:
        return _("since {day}").format(day=full_day(since))
    return _("until {day}").format(day=full_day(until)) if until is not None else ""
