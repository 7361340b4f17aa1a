"""What follows from a flag on the day's page: where it leads, and the words that put it aside."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.answers import AnswerFacts
from vitalshift_desktop.domain.flags import AgreementFacts, EarlyFacts, Flag, FlagKind, SilenceFacts, WorseFacts
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.flag_words import flag_sentence, flag_title
from vitalshift_desktop.ui.home.flag_item import REVIEW_SHEETS
from vitalshift_desktop.ui.home.reason_form import ReasonForm
from vitalshift_desktop.words import _


def follow_flag(desk: Desk, flag: Flag) -> None:
    """Go where the flag can be looked at: the review, the agreements, or the session on the chart."""
    facts = flag.facts
    if isinstance(facts, AnswerFacts):
        desk.wishes.review_answer.emit(facts.administration_id)
    elif isinstance(facts, AgreementFacts):
        first = facts.clauses[0].clause_id if facts.clauses else 0
        desk.wishes.entry.emit(flag.client_id, "agreements", first, 0)
    elif isinstance(facts, WorseFacts):
        desk.wishes.entry.emit(flag.client_id, "outcomes", facts.administration_id, 0)
    elif isinstance(facts, SilenceFacts):
        desk.wishes.reach_out.emit(flag.client_id)
    elif isinstance(facts, EarlyFacts) and facts.low.session_no in REVIEW_SHEETS:
        desk.wishes.review_sheet.emit(flag.client_id, facts.low.session_no)
    else:
        desk.wishes.entry.emit(flag.client_id, "alliance", flag.session_id or 0, 0)


def ask_for_dismissal(desk: Desk, flag: Flag, owner: QWidget) -> None:
    """Ask for the reason for which a flag is put aside."""
    _dismissal_form(desk, flag, owner).open()


def reason_form(desk: Desk, place: str, owner: QWidget) -> ReasonForm | None:
    """The form of this place again; None when its flag is settled."""
    page = desk.workspace.home.today()
    for flag in (*page.flags, *page.more_flags):
        if place == _place(flag) and flag.kind is not FlagKind.ANSWER_TO_REVIEW:
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


def _dismiss(desk: Desk, flag: Flag, reason: str) -> None:
    home = desk.workspace.home
    home.dismiss_flag(flag, reason)
    words = _("Dismissed: {title}, {name}.").format(title=flag_title(flag), name=_name(desk, flag))
    desk.wishes.undo_offered.emit(words, partial(home.bring_back_flag, flag))


def _name(desk: Desk, flag: Flag) -> str:
    return desk.privacy.name(desk.workspace.clients.get(flag.client_id))
