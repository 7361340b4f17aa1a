"""The counselor's own note templates, and what was chosen for notes: rows to domain and back."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from vitalshift_desktop.domain.lateness import USUAL_STEPS
from vitalshift_desktop.domain.note_templates import DAP, Heading, NoteTemplate, own_key, own_number
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.vault.records.refusals import flush, insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Shelf, columns_of
from vitalshift_desktop.vault.tables.note_templates import NoteSettingRow, NoteTemplateHeadingRow, NoteTemplateRow
from vitalshift_desktop.vault.tables.notes import NoteRow

_ONLY_ROW = 1
_TEMPLATES = select(
    NoteTemplateRow.id, NoteTemplateRow.name, NoteTemplateRow.repeats, NoteTemplateRow.put_away
).order_by(NoteTemplateRow.id)
_HEADINGS = select(NoteTemplateHeadingRow.template_id, *columns_of(NoteTemplateHeadingRow, Heading)).order_by(
    NoteTemplateHeadingRow.template_id, NoteTemplateHeadingRow.position
)
_SETTING = select(NoteSettingRow.usual_template, NoteSettingRow.late_hours)
_USE = select(NoteRow.id).where(NoteRow.template == bindparam("template")).limit(1)


@dataclass(frozen=True, slots=True)
class NoteSetting:
    """The key of the template a first note begins with, and the hours after which a note counts as late."""

    usual_template: str = DAP
    late_hours: tuple[int, ...] = USUAL_STEPS


class NoteTemplateShelf(Shelf):
    """The counselor's own templates."""

    def all(self) -> tuple[NoteTemplate, ...]:
        """Every own template with its headings, in the order they were made; those put away as well."""
        headings: defaultdict[int, list[Heading]] = defaultdict(list)
        for template_id, *heading in self._rows(_HEADINGS):
            headings[template_id].append(Heading(*heading))
        return tuple(
            NoteTemplate(own_key(number), name, tuple(headings[number]), repeats, put_away)
            for number, name, repeats, put_away in self._rows(_TEMPLATES)
        )

    def add(self, template: NoteTemplate) -> NoteTemplate:
        """Write a new template and give it its key; the key it came with is not used."""
        row = NoteTemplateRow(name=template.name, repeats=template.repeats, put_away=template.put_away)
        insert(self._connection, [row])
        added = NoteTemplate(own_key(row.id), template.name, template.headings, template.repeats, template.put_away)
        self._write_headings(row.id, added)
        return added

    def save(self, template: NoteTemplate) -> None:
        """Write a template in place of what it was; raises NotFound."""
        row = self._connection.get(NoteTemplateRow, own_number(template.key))
        if row is None:
            raise NotFound
        row.name, row.repeats, row.put_away = template.name, template.repeats, template.put_away
        flush(self._connection)
        self._write_headings(row.id, template)

    def remove(self, key: str) -> None:
        """Take a template out that no note was begun from; raises StillInUse."""
        number = own_number(key)
        with refusals_told():
            writer = self._connection.connection()
            writer.execute(delete(NoteTemplateHeadingRow).where(NoteTemplateHeadingRow.template_id == number))
            writer.execute(delete(NoteTemplateRow).where(NoteTemplateRow.id == number))

    def is_used(self, key: str) -> bool:
        """Whether any note was begun from this template."""
        return bool(self._rows(_USE, template=key))

    def setting(self) -> NoteSetting:
        """What was chosen for notes, or what is usual."""
        found = self._rows(_SETTING)
        if not found:
            return NoteSetting()
        usual, hours = found[0]
        return NoteSetting(usual, tuple(int(part) for part in hours.split(",")))

    def save_setting(self, setting: NoteSetting) -> None:
        """Write what was chosen for notes."""
        hours = ",".join(str(part) for part in setting.late_hours)
        row = NoteSettingRow(id=_ONLY_ROW, usual_template=setting.usual_template, late_hours=hours)
        self._connection.merge(row)
        flush(self._connection)

    def _write_headings(self, number: int, template: NoteTemplate) -> None:
        writer = self._connection.connection()
        writer.execute(delete(NoteTemplateHeadingRow).where(NoteTemplateHeadingRow.template_id == number))
        rows = [
            NoteTemplateHeadingRow(template_id=number, position=place, key=one.key, words=one.words, hint=one.hint)
            for place, one in enumerate(template.headings)
        ]
        insert(self._connection, rows)
