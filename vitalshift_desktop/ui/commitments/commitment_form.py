"""Asks what both agree on: how often, how long, when to look at it again, and what each does between sessions."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.commitments import MOST_SESSIONS, Commitment, CommitmentTerms, Rhythm
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, SessionTooLong, SessionTooShort, TextIsMissing
from vitalshift_desktop.domain.sessions import LONGEST_MINUTES, SHORTEST_MINUTES
from vitalshift_desktop.ui.commitments.terms_words import agreed_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary.commitment_words import rhythm_words
from vitalshift_desktop.words import _

_USUAL = tuple(
    Rhythm(times, weeks) for times, weeks in ((2, 1), (1, 1), (1, 2), (1, 3), (1, 4), (1, 6), (1, 8), (1, 12))
)
_AS_NEEDED = "as_needed"
_MOST_DIGITS = 4
_USUAL_REVIEW = 8


class CommitmentForm(EntryForm):
    """The first version, or the next one with the reason for it; what stood before stays in the record."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        self._client_id = client_id
        name = cut(desk.privacy.name(desk.workspace.clients.get(client_id)))
        super().__init__(desk, _("Rhythm and length, agreed with {name}").format(name=name), "commitment_form", parent)
        view = desk.workspace.commitments.view(client_id)
        self._before = view.now
        self._is_later = bool(view.versions)
        self._build()
        self._show(view.now)
        self.keep_fields(f"commitment_form:{client_id}")
        self.rhythm.setFocus()

    def _build(self) -> None:
        self.rhythm = ChoiceField(_("How often"), self._rhythms())
        self.rhythm.setObjectName("commitment_form.rhythm")
        self.minutes = self.named(Field(_("Minutes")), "minutes")
        hint = _("how many sessions; empty for none")
        self.review = self.named(Field(_("Look at it again after"), hint=hint), "review")
        self.on = self.day(_("Agreed with the client on"), "on", optional=False)
        self.client_does = self.text(_("Between sessions, the client"), "client_does", _("in the client’s words"))
        self.counselor_does = self.text(_("Between sessions, you"), "counselor_does", _("such as when you answer"))
        hint = _("or that you looked at it again and it stays")
        self.reason = self.text(_("Why it changes"), "reason", hint)
        self.reason.setVisible(self._is_later)
        standing = TextLabel(agreed_words(self._before) if self._before is not None else "", tone="2", size="m")
        standing.setVisible(self._before is not None)
        effort = (self.client_does, self.counselor_does)
        self.lay_out((standing, (self.rhythm, self.minutes), (self.review, self.on), effort, self.reason), _("Agree"))

    def _rhythms(self) -> list[tuple[object, str]]:
        """The usual ones, and the one that is agreed now when it is another."""
        now = self._before.terms.rhythm if self._before is not None else None
        known = _USUAL if now is None or now in _USUAL else (*_USUAL, now)
        return [*((_key(one), rhythm_words(one)) for one in known), (_AS_NEEDED, rhythm_words(None))]

    def _show(self, before: Commitment | None) -> None:
        terms = before.terms if before is not None else self._offered()
        self.rhythm.choose_text(_AS_NEEDED if terms.rhythm is None else _key(terms.rhythm))
        self.minutes.show_text(str(terms.minutes))
        self.review.show_text("" if terms.review_after is None else str(terms.review_after))
        self.client_does.show_text(terms.client_does)
        self.counselor_does.show_text(terms.counselor_does)
        self.on.show_day(self.today())

    def _offered(self) -> CommitmentTerms:
        """What the first one begins with: the step and length of the client's standing appointment, if there is one."""
        workspace, day = self.desk.workspace, self.today()
        held = [one for one in workspace.standing.of_client(self._client_id) if not one.is_over(day)]
        minutes = workspace.practice.get().session_minutes
        if not held:
            return CommitmentTerms(minutes=minutes, review_after=_USUAL_REVIEW)
        details = held[0].details
        rhythm = Rhythm(1, details.every_weeks)
        return CommitmentTerms(rhythm if rhythm in _USUAL else Rhythm(), details.minutes, _USUAL_REVIEW)

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The reason when it is missing, the day that cannot be, the length that no session has."""
        if isinstance(problem, TextIsMissing):
            return self.reason
        if isinstance(problem, SessionTooShort | SessionTooLong):
            return self.minutes
        return self.on if isinstance(problem, DateIsImpossible) else None

    def ready(self) -> bool:
        """Whether the numbers are numbers; says below each what is wrong."""
        minutes, review = self._minutes(), self._review()
        if minutes is None:
            words = _("From {least} to {most} minutes.").format(least=SHORTEST_MINUTES, most=LONGEST_MINUTES)
            self.minutes.show_error(words)
        if review == 0:
            self.review.show_error(_("A number from 1 to {most}, or empty.").format(most=MOST_SESSIONS))
        return minutes is not None and review != 0

    def act(self) -> Undo | None:
        """Agree the next version; raises Problem."""
        commitments, day = self.desk.workspace.commitments, self.on.day() or self.today()
        agreed = commitments.agree(self._client_id, self.terms(), day, self.reason.text())
        return _("Rhythm and length agreed."), partial(commitments.take_back, agreed.id)

    def terms(self) -> CommitmentTerms:
        """What is written in the form."""
        return CommitmentTerms(
            rhythm=self._rhythm(),
            minutes=self._minutes() or SHORTEST_MINUTES,
            review_after=self._review(),
            client_does=self.client_does.text(),
            counselor_does=self.counselor_does.text(),
        )

    def _rhythm(self) -> Rhythm | None:
        key = str(self.rhythm.value)
        if key == _AS_NEEDED:
            return None
        times, weeks = key.split(":")
        return Rhythm(int(times), int(weeks))

    def _minutes(self) -> int | None:
        minutes = _number(self.minutes.text())
        return minutes if minutes is not None and SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES else None

    def _review(self) -> int | None:
        """The number of sessions; None where the field is empty, 0 where it holds no such number."""
        text = self.review.text()
        number = _number(text) if text else None
        if not text:
            return None
        return number if number is not None and number <= MOST_SESSIONS else 0


def _key(rhythm: Rhythm) -> str:
    return f"{rhythm.times}:{rhythm.weeks}"


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS else None
