"""The words for tasks: where they belong, who does them, and what the client said."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDoer, TaskKind
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _kind() -> Words:
    return {TaskKind.HOMEWORK: _("Between sessions"), TaskKind.METHOD: _("In the session")}


def _doer() -> Words:
    return {TaskDoer.CLIENT: _("The client"), TaskDoer.COUNSELOR: _("You")}


def _answer() -> Words:
    return {
        TaskAnswer.AGREED: _("Agreed"),
        TaskAnswer.PROPOSED: _("Proposed, not agreed yet"),
        TaskAnswer.DECLINED: _("Declined"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {TaskKind: _kind, TaskDoer: _doer, TaskAnswer: _answer}
