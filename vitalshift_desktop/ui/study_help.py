"""Help: what studies found about the alliance, as figures across many people, each with where it was seen."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


def study_help() -> list[QWidget]:
    """The parts of the page from top to bottom."""
    return [*map(TextLabel, _found()), *(TextLabel(words, tone="2") for words in _sources())]


def _found() -> tuple[str, ...]:
    return (
        _(
            "Alliance and outcome: r = .278 (.256 to .299), from 295 studies with more than 30,000 people [1]. "
            "Squared, that is 7.7 % of the differences in outcome between people. In work over the Internet: .275 [1]."
        ),
        _("A weaker alliance and ending early: d = .55, from 11 studies with 1,301 people [2]."),
        _("Repaired ruptures and outcome: r = .24, from 3 studies with 148 people only [3]."),
        _("Ended early, of all who began: 19.7 % (18.7 to 20.7 %), from 669 studies with 83,834 people [4]."),
        _("Early ratings matter, but no cut-off for them is confirmed. VitalShift shows none for its check-in."),
        _("All these are figures across many people. They never predict one client, and they do not say why."),
    )


def _sources() -> tuple[str, ...]:
    return (
        _("Seen in: [1] zora.uzh.ch 157613; [2] deepdyve.com vNG0CV8b7a."),
        _("[3] ai-bt 21401278; [4] docslib.org 10788238."),
    )
