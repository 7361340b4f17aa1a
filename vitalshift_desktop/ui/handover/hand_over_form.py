"""The sheet before a form is handed over: which forms, when, and what will happen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.handover_forms import HandedChoice
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.handover.form_words import read_with_you
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class HandOverForm(RoomyDialog):
    """Begins at once, or locks now and waits with a blank page; either way the vault is locked."""

    def __init__(self, desk: Desk, session_id: SessionId, parent: QWidget) -> None:
        super().__init__(_("Hand over a check-in"), width=600, height=520, parent=parent)
        self.setObjectName("hand_over_form")
        self._desk = desk
        self._session_id = session_id
        self._sheet = desk.workspace.handovers.sheet(session_id)
        self._touched = False
        self._build()
        self._connect()
        self._tick_what_is_due()
        self._fit()
        self.keep(f"hand_over_form:{session_id}", "hand_over.moment", "hand_over.other", "hand_over.reason")

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self._build_when()
        self._build_forms()
        self.critical = TextLabel(_critical_words(), size="m")
        self.critical.setObjectName("hand_over.critical")
        self.reason = ProseField(_("Why at the end"), hint=_("An answer to review leaves little time then."))
        self.reason.setObjectName("hand_over.reason")
        self.reason.show_text(next((one.late_reason for one in self._sheet.forms if one.late_reason), ""))
        self.larger = CheckBox(_("Begin with larger text"))
        self.larger.setObjectName("hand_over.larger")
        self.error = ErrorSentence()
        self.error.setObjectName("hand_over.error")
        what_happens = TextLabel(_what_happens(), tone="2", size="m")
        for part in (self.critical, self.reason, self.larger, what_happens, self.error):
            self.content.addWidget(part)
        self._add_buttons()

    def _build_when(self) -> None:
        who = cut(self._desk.privacy.name(self._sheet.client))
        told = _("{name}, {when}").format(name=who, when=span_words(self._sheet.session))
        raters = [(Rater.CLIENT, label(Rater.CLIENT)), (Rater.GUARDIAN, label(Rater.GUARDIAN))]
        self.rater = Segments(raters, name=_("Who answers"))
        self.rater.setObjectName("hand_over.rater")
        if not self._sheet.is_minor:
            self.rater.hide()
        moments = [(Moment.START, _("At the start")), (Moment.END, _("At the end"))]
        self.moment = Segments(moments, name=_("When in the session"), chosen=self._sheet.moment)
        self.moment.setObjectName("hand_over.moment")
        for part in (TextLabel(told, tone="2", size="m"), self.rater, self.moment):
            self.content.addWidget(part)

    def _build_forms(self) -> None:
        usual = [choice for choice in self._sheet.forms if choice.is_usual]
        others = [choice for choice in self._sheet.forms if not choice.is_usual and not choice.is_recorded]
        self.checks = {choice.instrument.id: _check(choice, self._sheet.moment) for choice in usual}
        self.other = ChoiceField(
            _("One more form"), [("", _("None")), *((one.instrument.id, one.instrument.name) for one in others)]
        )
        self.other.setObjectName("hand_over.other")
        if not others:  # shown before it has a parent, a field would open a window of its own for a moment
            self.other.hide()
        forms = QVBoxLayout()
        forms.setSpacing(4)
        for check in self.checks.values():
            forms.addWidget(check)
        self.content.addLayout(forms)
        self.content.addWidget(self.other)

    def _add_buttons(self) -> None:
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.arm = Button(_("Lock now, begin later"))
        self.arm.setObjectName("hand_over.arm")
        self.begin = Button(_("Lock and begin"), variant="primary")
        self.begin.setObjectName("hand_over.begin")
        self.add_button(cancel, safe=True)
        self.add_button(self.arm)
        self.add_button(self.begin)

    def _connect(self) -> None:
        self.moment.chosen.connect(self._on_moment)
        self.rater.chosen.connect(self._on_rater)
        for check in self.checks.values():
            check.clicked.connect(self._on_touched)
            check.toggled.connect(self._fit)
        self.other.picked.connect(self._fit)
        self.arm.clicked.connect(self._on_arm)
        self.begin.clicked.connect(self._on_begin)

    # ------------------------------------------------------------ what is chosen

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the forms that are ticked, in the order they will be given."""
        ticked = [form for form, check in self.checks.items() if check.isChecked() and check.isEnabled()]
        return tuple(ticked if not self.other.value else [*ticked, str(self.other.value)])

    def _tick_what_is_due(self) -> None:
        """What belongs to this moment; a choice that was made by hand stays."""
        for choice in self._sheet.forms:
            check = self.checks.get(choice.instrument.id)
            if check is not None and not self._touched:
                check.setChecked(choice.due_at is self.moment.value and not choice.is_recorded)

    def _fit(self) -> None:
        critical = [one.instrument.id for one in self._sheet.forms if one.is_critical]
        is_critical = any(form in critical for form in self.chosen)
        self.critical.setVisible(is_critical)
        self.reason.setVisible(is_critical and self.moment.value is Moment.END)
        for button in (self.arm, self.begin):
            button.setEnabled(bool(self.chosen))
            button.setToolTip("" if self.chosen else _("Tick a form first."))
        self.fit_content()

    def _on_touched(self) -> None:
        self._touched = True

    def _on_moment(self) -> None:
        self._tick_what_is_due()
        self._fit()

    def _on_rater(self, rater: object) -> None:
        """What one of them answered can still be asked of the other."""
        if isinstance(rater, Rater):
            self._sheet = self._desk.workspace.handovers.sheet(self._session_id, rater)
            for choice in self._sheet.forms:
                if choice.instrument.id in self.checks:
                    self.checks[choice.instrument.id].setEnabled(not choice.is_recorded)
            self._fit()

    # ------------------------------------------------------------ handing over

    def _on_arm(self) -> None:
        self._hand_over(begins=False)

    def _on_begin(self) -> None:
        self._hand_over(begins=True)

    def _hand_over(self, *, begins: bool) -> None:
        moment, rater = self.moment.value, self.rater.value
        if not isinstance(moment, Moment) or not isinstance(rater, Rater):
            return
        wish = HandoverWish(self.chosen, moment, self.reason.text(), begins, self.larger.isChecked(), rater)
        try:
            packet = self._desk.workspace.handovers.arm(self._session_id, wish)
        except TextIsMissing:
            self.reason.show_error(_("Say in a few words why this form is given at the end."))
            self.reason.setFocus()
            return
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            return
        self.accept()
        self._desk.wishes.handed_over.emit(packet)


def _check(choice: HandedChoice, moment: Moment) -> CheckBox:
    name = choice.instrument.name
    words = _("{form}, entered already").format(form=name) if choice.is_recorded else name
    if choice.due_at is not None and choice.due_at is moment and not choice.is_recorded:
        words = _("{form}, due").format(form=name)
    check = CheckBox(words)
    check.setObjectName(f"hand_over.form.{choice.instrument.id}")
    check.setEnabled(not choice.is_recorded)
    return check


def _critical_words() -> str:
    words = _(
        "This form asks about thoughts of dying or of harm, and comes first. It tells the client: “{sentence}” "
        "Unlock while the client is still with you: the answer is the first thing you see."
    )
    return words.format(sentence=read_with_you())


def _what_happens() -> str:
    return _(
        "What you are writing is saved, and the vault locks. Only the form is shown, without any name; the client may "
        "refuse or stop at any time. Afterwards you need your passphrase: one unlock takes the answers in. Ctrl+L on "
        "the form leads to the lock page too. An app cannot stop the system’s own task switcher: for long forms a "
        "guest account of this computer is safer."
    )
