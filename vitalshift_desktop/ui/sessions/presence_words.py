"""Who was there, in words."""

from vitalshift_desktop.domain.presence import Presence, PresentRole
from vitalshift_desktop.domain.related_people import RelatedRole
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

ROLES = {
    RelatedRole.GUARDIAN: PresentRole.GUARDIAN,
    RelatedRole.PARTNER: PresentRole.PARTNER,
    RelatedRole.INTERPRETER: PresentRole.INTERPRETER,
    RelatedRole.SUBSTITUTE: PresentRole.GUARDIAN,
}


def present_words(who: Presence) -> str:
    """Such as "Ana R., interpreter (briefing 10 min, debriefing 5 min)"."""
    minutes = [
        _("briefing {n} min").format(n=who.briefing_minutes) if who.briefing_minutes is not None else "",
        _("debriefing {n} min").format(n=who.debriefing_minutes) if who.debriefing_minutes is not None else "",
    ]
    spent = ", ".join(one for one in minutes if one)
    words = _("{name}: {role}").format(name=who.name, role=label(who.role))
    return _("{who} ({minutes})").format(who=words, minutes=spent) if spent else words
