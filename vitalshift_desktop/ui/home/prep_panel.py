"""The one filled panel of the day: all that helps to begin, or to write up, one session."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.services.home_page import PrepCard
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.home.agenda_row import SIDE, TIME_WIDTH
from vitalshift_desktop.ui.home.prep_facts import PrepFacts, down_or_across
from vitalshift_desktop.ui.home.session_item import SessionItem
from vitalshift_desktop.ui.money_words import money_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.session_words import cut, detail_words, local_end, whole_name_tip
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

LONGEST_ON_BUTTON, LONGEST_IN_HEAD = 20, 24


class PrepPanel(SessionItem):
    """What helps to begin, and the primary button with the client's name on it."""

    def __init__(self, card: PrepCard, privacy: Privacy, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(card.line, parent)
        self._card = card
        self._privacy = privacy
        self._name = privacy.name(card.line.client)
        self._is_over = card.line.session.ends <= now
        self._has_begun = card.line.session.starts <= now
        self.setObjectName("today.next")
        self.setProperty("role", "panel")
        self._build()
        self.setAccessibleName(
            ", ".join(
                (time_words(card.line.session.local_start), self._name, self._what(), self.start.accessibleName())
            )
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, 2, 16)
        column.setSpacing(10)
        column.addLayout(self._head())
        below = QVBoxLayout()
        below.setContentsMargins(0 if theme().wide_text else theme().scale(TIME_WIDTH), 0, SIDE - 2, 0)
        below.setSpacing(14)
        below.addLayout(self._buttons())  # above the facts: they may be many, and the button stays in sight
        below.addWidget(PrepFacts(self._card, self._privacy))
        below.addLayout(self._further_buttons())
        column.addLayout(below)

    def _head(self) -> QHBoxLayout:
        session = self._card.line.session
        time = TextLabel(time_words(session.local_start), role="name", wrap=False)
        time.setMinimumWidth(theme().scale(TIME_WIDTH) - 8)
        who = TextLabel(cut(self._name, LONGEST_IN_HEAD), role="h2", wrap=False)
        who.setToolTip(whole_name_tip(self._name, LONGEST_IN_HEAD))
        what = TextLabel(self._what(), tone="2", size="m")
        end = time_words(local_end(session))
        words = _("ended {time}").format(time=end) if self._is_over else _("ends {time}").format(time=end)
        self._more = IconButton("dots-three-bold", _("More for {name}").format(name=self._name))
        self._more.setObjectName("today.next.more")
        self._more.clicked.connect(self._on_more)
        row = QHBoxLayout()
        row.setSpacing(8)
        baseline = Qt.AlignmentFlag.AlignVCenter
        for part in (time, who):
            row.addWidget(part, 0, baseline)
        row.addWidget(what, 1, baseline)
        row.addWidget(TextLabel(words, tone="2", size="m", wrap=False), 0, baseline)
        row.addWidget(self._more, 0, baseline)
        return row

    def _buttons(self) -> QBoxLayout:
        self.start = Button(self._start_words(cut(self._name, LONGEST_ON_BUTTON)), variant="primary")
        self.start.setObjectName("today.start")
        self.start.setAccessibleName(self._start_words(self._name))
        self.start.clicked.connect(self._on_start)
        self.client = Button(_("Open client"))
        self.client.setObjectName("today.open_client")
        self.client.clicked.connect(self._on_client)
        row = QBoxLayout(down_or_across())
        row.setSpacing(8)
        row.addWidget(self.start)
        row.addWidget(self.client)
        row.addStretch(1)
        row.addWidget(TextLabel(_("Enter"), tone="3", size="c", wrap=False))
        return row

    def _further_buttons(self) -> QBoxLayout:
        self.hand_over = Button(_("Hand over check-in…"))
        self.hand_over.setObjectName("today.hand_over")
        self.hand_over.setAccessibleName(_("{action}, {name}").format(action=self.hand_over.text(), name=self._name))
        self.hand_over.clicked.connect(self._on_hand_over)
        row = QBoxLayout(down_or_across())
        row.setSpacing(8)
        self.remind = IconButton("bell", _("New reminder about {name}").format(name=self._name))
        self.remind.setObjectName("today.remind")
        self.remind.setToolTip(_("New reminder  R"))
        self.remind.clicked.connect(self._on_remind)
        for button in (self._paid_button(), self.hand_over, self.remind):
            if button is not None:
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return row

    def _paid_button(self) -> Button | None:
        money = self._money_to_come()
        if not money or not self._has_begun:
            return None
        words = _("Mark {money} paid").format(money=money)
        button = Button(words, shortcut_hint=_("P"))
        button.setObjectName(f"today.fee.{self.line.session.id}")
        button.setAccessibleName(_("{action}, {name}").format(action=words, name=self._name))
        button.clicked.connect(self._on_paid)
        return button

    def _money_to_come(self) -> str:
        """What is due for this session, or agreed for it while nobody has said yet whether the client came."""
        fee, agreed = self._card.line.fee, self._card.agreed_fee
        if fee is not None:
            return money_words(fee.amount, fee.currency) if fee.is_due else ""
        return money_words(agreed.amount, agreed.currency) if agreed is not None and agreed.amount else ""

    def _start_words(self, name: str) -> str:
        if self._card.note_exists:
            return _("Finish note for {name}").format(name=name)
        if self._is_over:
            return _("Write note for {name}").format(name=name)
        return _("Start session note for {name}").format(name=name)

    def _what(self) -> str:
        return detail_words(self._card.line, in_full=True)

    def _on_start(self) -> None:
        self.ask(SessionCommand.NOTE)

    def _on_paid(self) -> None:
        self.ask(SessionCommand.PAID)

    def _on_remind(self) -> None:
        self.ask(SessionCommand.REMIND)

    def _on_client(self) -> None:
        self.ask(SessionCommand.CLIENT)

    def _on_hand_over(self) -> None:
        self.ask(SessionCommand.HAND_OVER)

    def _on_more(self) -> None:
        self.ask_for_menu(self._more.mapToGlobal(QPoint(0, self._more.height())))
