"""Words for where a figure comes from, and for what may be shown of an instrument."""

from collections.abc import Callable, Mapping
from typing import Final

from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import Licence
from vitalshift_desktop.words import _

_STANDING: Final[Mapping[Standing, Callable[[], str]]] = {
    Standing.CONFIRMED: lambda: _("confirmed"),
    Standing.SECONDARY: lambda: _("secondary source"),
    Standing.COMPUTED: lambda: _("worked out with an independent tool"),
    Standing.UNCONFIRMED: lambda: _("unconfirmed"),
    Standing.OWN: lambda: _("VitalShift’s own rule"),
}
_MEANING: Final[Mapping[Standing, Callable[[], str]]] = {
    Standing.CONFIRMED: lambda: _("Seen in a source that can be named."),
    Standing.SECONDARY: lambda: _("Seen only on a secondary page, such as that of a seller or a clinic."),
    Standing.COMPUTED: lambda: _("Not published as such; worked out from published numbers with another tool."),
    Standing.UNCONFIRMED: lambda: _("Usual in the literature, but not compared with the printed form or paper yet."),
    Standing.OWN: lambda: _("Our own choice, from no publication."),
}
_LICENCE: Final[Mapping[Licence, Callable[[], str]]] = {
    Licence.WORDING: lambda: _("Its wording comes with VitalShift."),
    Licence.SCORING: lambda: _("Numbers only: you type in the answers from your own licensed form."),
    Licence.OWN: lambda: _("Your own measure. Whether a form may be used is between you and its owner."),
}


def standing_words(standing: Standing) -> str:
    """How well a figure is confirmed, in plain words."""
    return _STANDING[standing]()


def standing_meanings() -> tuple[tuple[str, str], ...]:
    """Each of these words with what it means."""
    return tuple((standing_words(standing), meaning()) for standing, meaning in _MEANING.items())


def licence_words(licence: Licence) -> str:
    """What may be shown of an instrument, in plain words."""
    return _LICENCE[licence]()


def source_words(source: Source) -> str:
    """How well a figure is confirmed, and where it was seen."""
    how = standing_words(source.standing)
    how = how[:1].upper() + how[1:]
    where = source.words.removeprefix("VitalShift rule: ") if source.standing is Standing.OWN else source.words
    return _("{how}: {where}").format(how=how, where=where) if where else f"{how}."


def no_published_value() -> str:
    """What stands in the place of a figure that nobody published, or that sources disagree about."""
    return _("no published value")
