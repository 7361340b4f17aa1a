"""What the counselor can do with note templates, and with what is usual for notes."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.lateness import checked_steps
from vitalshift_desktop.domain.note_templates import NoteTemplate, checked, own_key
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.shipped_templates import every_template, first_shape, template_named
from vitalshift_desktop.vault.records.note_templates import NoteSetting
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NO_NUMBER = own_key(0)


class NoteTemplates:
    """The templates that come with the app and the counselor's own; no note changes when a template does."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._events = events

    def all(self) -> tuple[NoteTemplate, ...]:
        """Every template: those that come with the app, then own ones, those put away as well."""
        with self._vault.read() as work:
            return every_template(work)

    def usable(self) -> tuple[NoteTemplate, ...]:
        """The templates to choose from: all but those put away."""
        return tuple(template for template in self.all() if not template.put_away)

    def get(self, key: str) -> NoteTemplate:
        """One template; raises NotFound."""
        with self._vault.read() as work:
            return _known(work, key)

    def add(self, template: NoteTemplate, *, by: object = None) -> NoteTemplate:
        """Keep a new template of the counselor's own; raises TextIsMissing, HeadingTwice or TextTooLong."""
        with self._vault.write() as work:
            added = work.note_templates.add(checked(replace(template, key=_NO_NUMBER, put_away=False)))
            work.audit.append(AuditAct.NOTE_TEMPLATE_CHANGED, "practice", headings=len(added.headings))
        return self._published(added, by)

    def change(self, template: NoteTemplate, *, by: object = None) -> NoteTemplate:
        """Put this in place of an own template; raises NotFound, TextIsMissing, HeadingTwice or TextTooLong."""
        with self._vault.write() as work:
            changed = checked(template)
            work.note_templates.save(changed)
            work.audit.append(AuditAct.NOTE_TEMPLATE_CHANGED, "practice", headings=len(changed.headings))
        return self._published(changed, by)

    def put_away(self, key: str, *, away: bool = True, by: object = None) -> NoteTemplate:
        """Offer an own template no more, or again; notes that were begun from it stay as they are."""
        with self._vault.write() as work:
            template = replace(_known(work, key), put_away=away)
            work.note_templates.save(template)
            work.audit.append(AuditAct.NOTE_TEMPLATE_CHANGED, "practice", again=not away)
        return self._published(template, by)

    def is_used(self, key: str) -> bool:
        """Whether any note was begun from this template."""
        with self._vault.read() as work:
            return work.note_templates.is_used(key)

    def remove(self, key: str, *, by: object = None) -> NoteTemplate:
        """Take out an own template that no note was begun from, and give it back; raises StillInUse."""
        with self._vault.write() as work:
            template = _known(work, key)
            work.note_templates.remove(key)
            work.audit.append(AuditAct.NOTE_TEMPLATE_REMOVED, "practice")
        return self._published(template, by)

    def usual(self) -> NoteTemplate:
        """What the first note with a client begins with."""
        with self._vault.read() as work:
            return first_shape(None, work.note_templates.setting().usual_template, every_template(work))

    def late_hours(self) -> tuple[int, ...]:
        """The hours after a session from which a note counts as signed late, rising."""
        with self._vault.read() as work:
            return work.note_templates.setting().late_hours

    def set_usual(self, key: str, *, by: object = None) -> None:
        """Begin first notes with this template; raises NotFound."""
        with self._vault.read() as work:
            _known(work, key)
        self._set(lambda setting: replace(setting, usual_template=key), by)

    def set_late_hours(self, hours: Iterable[int], *, by: object = None) -> None:
        """Choose from which hours a note counts as signed late; raises ValueError as `checked_steps` does."""
        steps = checked_steps(hours)
        self._set(lambda setting: replace(setting, late_hours=steps), by)

    def _set(self, changed: Callable[[NoteSetting], NoteSetting], by: object) -> None:
        with self._vault.write() as work:
            work.note_templates.save_setting(changed(work.note_templates.setting()))
            work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
        self._events.publish(Changed(Subject.PRACTICE, by=by))

    def _published(self, template: NoteTemplate, by: object) -> NoteTemplate:
        self._events.publish(Changed(Subject.PRACTICE, by=by))
        return template


def _known(work: UnitOfWork, key: str) -> NoteTemplate:
    found = template_named(key, every_template(work))
    if found is None:
        raise NotFound
    return found
