"""The words of the app, translated through one gettext catalogue."""

import gettext
import os
from functools import cache

from vitalshift_desktop.assets import asset


@cache
def _translations() -> gettext.NullTranslations:
    chosen = os.environ.get("VITALSHIFT_LANGUAGE")
    return gettext.translation(
        "vitalshift", asset("translations"), languages=[chosen] if chosen else None, fallback=True
    )


def _(message: str) -> str:
    """The message in the counselor's language; English where there is no translation."""
    return _translations().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for n things in the counselor's language."""
    return _translations().ngettext(singular, plural, n)
