"""Whether an instrument can be used, and with how many clients it is, in words."""

from vitalshift_desktop.domain.measures.own_instruments import Listed, Origin, UseState
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.words import _, ngettext


def state_words(listed: Listed) -> str:
    """Whether it can be used now, and if not, why."""
    if listed.state is UseState.LICENCE_EXPIRED and listed.licence is not None and listed.licence.details.valid_until:
        return _("Off: the license noted for it ran until {day}.").format(
            day=full_day(listed.licence.details.valid_until)
        )
    return {
        UseState.ON: _("On."),
        UseState.SWITCHED_OFF: _("Switched off."),
        UseState.LICENCE_MISSING: _("Off until you note who allowed you to use it."),
        UseState.LICENCE_EXPIRED: _("Off: the license noted for it has run out."),
        UseState.PUT_AWAY: _("Put away."),
    }[listed.state]


def used_words(clients: int) -> str:
    """With how many clients it is in use; nothing for none."""
    if not clients:
        return ""
    return ngettext("in use with {n} client", "in use with {n} clients", clients).format(n=clients)


def origin_words(origin: Origin) -> str:
    """Where its definition comes from."""
    return {
        Origin.SHIPPED: _("comes with VitalShift"),
        Origin.CUSTOM: _("made by you"),
        Origin.FILE: _("from a file you added"),
    }[origin]
