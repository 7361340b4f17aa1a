"""Words for what is written down about people: kinds of file, roles, consent, and what to be careful with."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.client_files import ClientKind
from vitalshift_desktop.domain.minors import ConsentGap
from vitalshift_desktop.domain.related_people import ConsentPart, RelatedRole
from vitalshift_desktop.domain.safe_contact import Heed, ToHeed
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _client_kind() -> Words:
    return {ClientKind.PERSON: _("One person"), ClientKind.COUPLE: _("Couple"), ClientKind.FAMILY: _("Family")}


def _related_role() -> Words:
    return {
        RelatedRole.GUARDIAN: _("Guardian"),
        RelatedRole.PARTNER: _("Partner"),
        RelatedRole.GP: _("GP"),
        RelatedRole.INTERPRETER: _("Interpreter"),
        RelatedRole.REFERRER: _("Referrer"),
        RelatedRole.SUBSTITUTE: _("Substitute decision-maker"),
        RelatedRole.EMERGENCY: _("Emergency contact"),
        RelatedRole.OTHER: _("Other"),
    }


def _consent_part() -> Words:
    return {
        ConsentPart.NONE: _("Does not consent"),
        ConsentPart.ALONE: _("Consents alone"),
        ConsentPart.JOINTLY: _("Consents together with another"),
    }


def _consent_gap() -> Words:
    return {
        ConsentGap.NOBODY: _("Under 18, and nobody is named who consents."),
        ConsentGap.ONLY_ONE_OF_TWO: _("Under 18, and only one of those who consent together is named."),
    }


def _heed() -> Words:
    return {
        Heed.NO_LETTERS: _("No letters to this client."),
        Heed.NO_VOICEMAIL: _("No voicemail for this client."),
        Heed.NO_MESSAGES: _("No messages or email to this client."),
        Heed.COVER_NAME: _("To anybody but this client, use the cover name."),
    }


def heed_sentences(to_heed: ToHeed, *, named: bool = True) -> tuple[str, ...]:
    """What to be careful with, one sentence each; the cover name stands in its own, unless no name is to be said."""
    words = _heed()
    cover = (
        _("To anybody but this client, you are {name}.").format(name=to_heed.cover_name)
        if named
        else words[Heed.COVER_NAME]
    )
    return tuple(cover if heed is Heed.COVER_NAME else words[heed] for heed in to_heed.heeds)


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ClientKind: _client_kind,
    RelatedRole: _related_role,
    ConsentPart: _consent_part,
    ConsentGap: _consent_gap,
    Heed: _heed,
}
