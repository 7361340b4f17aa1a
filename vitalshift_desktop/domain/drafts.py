"""Forms that were half filled when the vault was locked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HalfFilled:
    """One form: its place in the app (such as "client_form:12"), what stands in its fields, and what stood there first.

    Fields go by the names of the form's widgets; every value is text.
    """

    place: str
    fields: Mapping[str, str]
    base: Mapping[str, str]

    @property
    def is_changed(self) -> bool:
        """Whether anything was filled in."""
        return dict(self.fields) != dict(self.base)


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form that was kept, and when."""

    form: HalfFilled
    at: datetime


def as_text(forms: Sequence[HalfFilled]) -> str:
    """Forms as JSON."""
    return json.dumps(
        [{"place": form.place, "fields": dict(form.fields), "base": dict(form.base)} for form in forms],
        ensure_ascii=False,
    )


def from_text(text: str) -> tuple[HalfFilled, ...]:
    """Forms from JSON; raises ValueError, KeyError or TypeError when it is not such a text."""
    return tuple(HalfFilled(str(one["place"]), _texts(one["fields"]), _texts(one["base"])) for one in json.loads(text))


def _texts(values: Mapping[str, str]) -> dict[str, str]:
    return {str(name): str(value) for name, value in values.items()}
