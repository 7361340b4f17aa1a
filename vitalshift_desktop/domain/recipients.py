"""Whom a page about a client may be handed to: those with a release first, then the people around the client."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.consents import Consent, ConsentKind, in_force
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to choose: `role` is None where the file knows them from a release alone."""

    name: str
    has_release: bool
    role: RelatedRole | None = None


def recipients(consents: Iterable[Consent], people: Iterable[PersonDetails], day: date) -> tuple[Recipient, ...]:
    """Each once: whoever has a release that holds on a day, then the family doctor, then others around the client.

    Somebody who is no longer around the client on that day is left out.
    """
    around = sorted((one for one in people if one.stands_on(day)), key=lambda one: one.role is not RelatedRole.GP)
    roles = {_key(one.name): one.role for one in reversed(around)}
    released = [one.details.recipient for one in in_force(consents, day) if one.details.kind is ConsentKind.RELEASE]
    names = {_key(name): name for name in reversed([*released, *(one.name for one in around)])}
    with_release = {_key(name) for name in released}
    return tuple(Recipient(names[key], key in with_release, roles.get(key)) for key in reversed(names))


def _key(name: str) -> str:
    return folded(" ".join(name.split()))
