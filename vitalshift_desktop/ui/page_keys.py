"""The keys that work on what stands on a page, beside the commands of the menus."""

from PySide6.QtGui import QKeySequence

from vitalshift_desktop.words import _

Keys = tuple[tuple[str, str], ...]


def keys_of(page: str) -> Keys:
    """What the keys do on this page, or on this tab of a client, and their names; nothing for most."""
    if page in ("alliance", "outcomes"):
        return _of_charts()
    return _of_reminders() if page == "reminders" else ()


def native(keys: str) -> str:
    """The name of keys as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _of_charts() -> Keys:
    return (
        (
            _("Chart and table: step, and read out"),
            _("{left}, {right}").format(left=native("Left"), right=native("Right")),
        ),
        (
            _("Chart and table: the first, the last"),
            _("{first}, {last}").format(first=native("Home"), last=native("End")),
        ),
    )


def _of_reminders() -> Keys:
    """On a row that has the focus; a review has no tick, so Space goes to where it is done."""
    either = _("{one} or {other}")
    return (
        (_("Row: the one above, below"), _("{one}, {other}").format(one=native("Up"), other=native("Down"))),
        (_("Row: done"), either.format(one=native("Space"), other="D")),
        (_("Row: put off to tomorrow"), "T"),
        (_("Row: put off to the next session"), "N"),
        (_("Row: put off, with a choice"), "L"),
        (_("Row: skip this time"), "S"),
        (_("Row: open, or go to the review"), native("Return")),
        (_("Row: remove"), native("Del")),
    )
