"""The note templates that come with the app, read from data."""

import json
from functools import cache

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.note_templates import Heading, NoteTemplate
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@cache
def shipped_templates() -> tuple[NoteTemplate, ...]:
    """Every template that comes with the app, in the order of the menu."""
    files = assets_in("note_templates", suffix=".json")
    found = [json.loads(asset_text("note_templates", file.name)) for file in files]
    return tuple(
        NoteTemplate(
            key=one["id"],
            name=one["name"],
            headings=tuple(Heading(part["key"], part["words"], part["hint"]) for part in one["headings"]),
            repeats=one["repeats"],
        )
        for one in sorted(found, key=lambda one: int(one["order"]))
    )


def shipped_template(key: str) -> NoteTemplate | None:
    """One template that comes with the app."""
    return next((template for template in shipped_templates() if template.key == key), None)


def every_template(work: UnitOfWork) -> tuple[NoteTemplate, ...]:
    """Those that come with the app, then the counselor's own; those put away as well."""
    return (*shipped_templates(), *work.note_templates.all())


def template_named(key: str, templates: tuple[NoteTemplate, ...]) -> NoteTemplate | None:
    """The template with this key among these; None where it was taken out."""
    return next((template for template in templates if template.key == key), None)


def first_shape(client_last: str | None, usual: str, templates: tuple[NoteTemplate, ...]) -> NoteTemplate:
    """What a new note begins with: the client's last template, the usual one, or the first of all that can be used."""
    usable = [template for template in templates if not template.put_away]
    for key in (client_last, usual):
        found = next((template for template in usable if template.key == key), None)
        if found is not None:
            return found
    return usable[0]
