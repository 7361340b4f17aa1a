"""The entries of the Details tab, and what can be done with each."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import StatusChange
from vitalshift_desktop.domain.medicines import Medicine
from vitalshift_desktop.domain.related_people import RelatedPerson
from vitalshift_desktop.services.client_files import WholeFile
from vitalshift_desktop.services.joint_files import MemberLine
from vitalshift_desktop.ui.clients.detail_words import (
    medicine_facts,
    medicine_title,
    medicine_words,
    person_facts,
    person_words,
)
from vitalshift_desktop.ui.clients.medicine_form import MedicineForm
from vitalshift_desktop.ui.clients.person_form import PersonForm
from vitalshift_desktop.ui.clients.status_form import StatusForm
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.entry_list import Acts, Entry
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

Open = Callable[[DialogFrame, str], None]
Do = Callable[[Callable[[], object], str, Callable[[], object]], None]


class DetailEntries:
    """Makes entries out of a client's file; `open_form` opens a form, `do` does something that can be undone."""

    def __init__(self, desk: Desk, page: QWidget, open_form: Open, do: Do) -> None:
        self._desk = desk
        self._window = page.window
        self._open_form = open_form
        self._do = do

    def risk(self, whole: WholeFile) -> list[Entry]:
        """The risk words, the newest first."""
        return [
            Entry(
                key=str(word.id),
                title=word.word or _("Taken away"),
                facts=_("from {day}").format(day=full_day(word.on)),
                words=word.note,
                is_over=word is not whole.risk_word,
            )
            for word in reversed(whole.risk_words)
        ]

    def people(self, whole: WholeFile, day: date) -> list[Entry]:
        """The people around the client; those whose time is over stand last."""
        people = sorted(whole.people, key=lambda person: not person.details.stands_on(day))
        return [
            Entry(
                key=str(person.id),
                title=person.details.name,
                facts=person_facts(person.details),
                words=person_words(person.details),
                acts=self._person_acts(whole, person, day),
                is_over=not person.details.stands_on(day),
            )
            for person in people
        ]

    def medicines(self, whole: WholeFile, day: date) -> list[Entry]:
        """Medicines and other care; what ended stands last."""
        medicines = sorted(whole.medicines, key=lambda medicine: not medicine.details.goes_on(day))
        return [
            Entry(
                key=str(medicine.id),
                title=medicine_title(medicine.details),
                facts=medicine_facts(medicine.details),
                words=medicine_words(medicine.details),
                acts=self._medicine_acts(whole, medicine, day),
                is_over=not medicine.details.goes_on(day),
            )
            for medicine in medicines
        ]

    def talks(self, whole: WholeFile) -> list[Entry]:
        """The talks about the kind of service, the newest first."""
        return [
            Entry(
                key=str(talk.id),
                of_app=True,
                title=_("{before} to {after}").format(before=label(talk.before), after=label(talk.service)),
                facts=_("talked about on {day}").format(day=full_day(talk.on)),
                words=talk.note,
            )
            for talk in reversed(whole.talks)
        ]

    def statuses(self, whole: WholeFile) -> list[Entry]:
        """The history of the status, the newest first."""
        return [
            Entry(
                key=str(change.id),
                title=label(change.status),
                of_app=True,
                facts=_("from {day}").format(day=full_day(change.on)),
                words=change.reason,
                acts=self._status_acts(whole, change),
                is_over=place > 0,
            )
            for place, change in enumerate(reversed(whole.statuses))
        ]

    def members(self, whole: WholeFile) -> list[Entry]:
        """The members of a joint file."""
        return [
            Entry(
                key=str(line.member.id),
                title=self._desk.privacy.name(line.own) if line.own is not None else line.member.name,
                facts=_("has an own file") if line.own is not None else _("no file of their own"),
                acts=self._member_acts(line),
            )
            for line in whole.members
        ]

    def _person_acts(self, whole: WholeFile, person: RelatedPerson, day: date) -> Acts:
        people, details = self._desk.workspace.related_people, person.details
        name = f"details.people.{person.id}.more"
        ended = partial(people.end, person.id), _("It ends today."), partial(people.change, person.id, details)
        gone = partial(people.remove, person.id), _("Person removed."), partial(people.put_back, person)
        change = (_("Change…"), partial(self._change_person, whole, person, name))
        end = [(_("Ends today"), partial(self._do, *ended))] if _can_end(details.since, details.until, day) else []
        return [change, *end, (_("Remove"), partial(self._do, *gone))]

    def _change_person(self, whole: WholeFile, person: RelatedPerson, name: str) -> None:
        form = PersonForm(self._desk, whole.client.id, self._window(), person=person)
        self._open_form(form, name)

    def _medicine_acts(self, whole: WholeFile, medicine: Medicine, day: date) -> Acts:
        medicines, details = self._desk.workspace.medicines, medicine.details
        name = f"details.medicines.{medicine.id}.more"
        ended = (
            partial(medicines.end, medicine.id),
            _("It ends today."),
            partial(medicines.change, medicine.id, details),
        )
        gone = partial(medicines.remove, medicine.id), _("Removed."), partial(medicines.put_back, medicine)
        change = (_("Change…"), partial(self._change_medicine, whole, medicine, name))
        end = [(_("Ends today"), partial(self._do, *ended))] if _can_end(details.since, details.until, day) else []
        return [change, *end, (_("Remove"), partial(self._do, *gone))]

    def _change_medicine(self, whole: WholeFile, medicine: Medicine, name: str) -> None:
        form = MedicineForm(self._desk, whole.client.id, self._window(), medicine=medicine)
        self._open_form(form, name)

    def _status_acts(self, whole: WholeFile, change: StatusChange) -> Acts:
        files = self._desk.workspace.files
        name = f"details.status.{change.id}.more"
        gone = partial(files.remove_status, change), _("Entry removed."), partial(files.put_back_status, change)
        correct = (_("Correct…"), partial(self._correct_status, whole, change, name))
        return [correct, (_("Remove"), partial(self._do, *gone))] if len(whole.statuses) > 1 else [correct]

    def _correct_status(self, whole: WholeFile, change: StatusChange, name: str) -> None:
        self._open_form(StatusForm(self._desk, whole.client, self._window(), change=change), name)

    def _member_acts(self, line: MemberLine) -> Acts:
        joint, member = self._desk.workspace.joint_files, line.member
        gone = partial(joint.remove_member, member.id), _("Member removed."), partial(joint.put_back_member, member)
        acts: list[tuple[str, Callable[[], object]]] = []
        if line.own is not None:
            acts.append((_("Open their file"), partial(self._desk.wishes.client.emit, line.own.id, "details")))
        return [*acts, (_("Remove"), partial(self._do, *gone))]


def _can_end(since: date | None, until: date | None, day: date) -> bool:
    return (until is None or until > day) and (since is None or since <= day)
