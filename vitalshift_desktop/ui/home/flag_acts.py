"""What follows from a flag on the day's page: where it leads, and the words that settle it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.answers import AnswerFacts
from vitalshift_desktop.domain.flags import Flag, FlagKind
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.flag_words import flag_sentence, flag_title
from vitalshift_desktop.ui.home.reason_form import ReasonForm
from vitalshift_desktop.words import _


def follow_flag(desk: Desk, flag: Flag, owner: QWidget) -> None:
    """Go where the flag can be looked at; an answer to review is asked for the note of its review."""
    if isinstance(flag.facts, AnswerFacts):
        _review_form(desk, flag, flag.facts, owner).open()
    elif flag.kind is FlagKind.AGREEMENT_TO_LOOK_AT:
        desk.wishes.client.emit(flag.client_id, "agreements")
    else:
        desk.wishes.client.emit(flag.client_id, "alliance")


def ask_for_dismissal(desk: Desk, flag: Flag, owner: QWidget) -> None:
    """Ask for the reason for which a flag is put aside."""
    _dismissal_form(desk, flag, owner).open()


def reason_form(desk: Desk, place: str, owner: QWidget) -> ReasonForm | None:
    """The form of this place again; None when its flag is settled."""
    for flag in desk.workspace.home.today().flags:
        if place == _place(flag):
            if isinstance(flag.facts, AnswerFacts):
                return _review_form(desk, flag, flag.facts, owner)
            return _dismissal_form(desk, flag, owner)
    return None


def _place(flag: Flag) -> str:
    return f"reason_form:{flag.client_id}:{flag.kind.value}:{flag.key}"


def _dismissal_form(desk: Desk, flag: Flag, owner: QWidget) -> ReasonForm:
    form = ReasonForm(
        _("Dismiss: {title}, {name}").format(title=flag_title(flag), name=_name(desk, flag)),
        flag_sentence(flag, hidden=desk.privacy.initials_on),
        _("Reason"),
        _("Dismiss"),
        partial(_dismiss, desk, flag),
        owner,
    )
    form.keep(_place(flag), *form.FIELDS)
    return form


def _review_form(desk: Desk, flag: Flag, facts: AnswerFacts, owner: QWidget) -> ReasonForm:
    form = ReasonForm(
        _("Reviewed with {name}").format(name=_name(desk, flag)),
        flag_sentence(flag, hidden=desk.privacy.initials_on),
        _("What was talked about, and what follows from it"),
        _("Record the review"),
        partial(desk.workspace.answers.review, facts.administration_id),
        owner,
    )
    form.keep(_place(flag), *form.FIELDS)
    return form


def _dismiss(desk: Desk, flag: Flag, reason: str) -> None:
    home = desk.workspace.home
    home.dismiss_flag(flag, reason)
    words = _("Dismissed: {title}, {name}.").format(title=flag_title(flag), name=_name(desk, flag))
    desk.wishes.undo_offered.emit(words, partial(home.bring_back_flag, flag))


def _name(desk: Desk, flag: Flag) -> str:
    return desk.privacy.name(desk.workspace.clients.get(flag.client_id))
