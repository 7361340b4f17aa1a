"""One thing that deserves a look: what, number, compared with what, since when, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.flags import EarlyFacts, Flag, FlagKind
from vitalshift_desktop.ui.flag_words import flag_icon, flag_sentence, flag_title, flag_tone
from vitalshift_desktop.ui.session_words import cut, whole_name_tip
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _

LONGEST_NAME = 20
REVIEW_SHEETS = (3, 5)
"""The sessions that have a review sheet."""
LINK_INSET = 9
"""The words of a quiet button begin so many pixels inside it."""


class FlagItem(QWidget):
    """One next action; all but an answer to review can be put aside with a reason."""

    followed = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(self, flag: Flag, name: str, *, hidden: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flag = flag
        self._name = name
        self.setObjectName(f"today.flag.{flag.kind.value}")
        self.words = TextLabel(flag_sentence(flag, hidden=hidden), tone="2", size="m")
        self.words.setObjectName("today.flag.words")
        self.setAccessibleName(f"{flag_title(flag)}, {name}. {self.words.text()}")
        self._build()

    def _build(self) -> None:
        title = TextLabel(flag_title(self.flag), role="name", size="m", wrap=False)
        who = TextLabel(cut(self._name, LONGEST_NAME), tone="2", size="m", wrap=False)
        who.setToolTip(whole_name_tip(self._name, LONGEST_NAME))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(who)
        told = QVBoxLayout()
        told.setContentsMargins(LINK_INSET, 0, 0, 0)
        told.setSpacing(0)
        told.addLayout(head)
        told.addWidget(self.words)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(told)
        words.addLayout(self._acts())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 6)
        whole.setSpacing(1)
        mark = IconLabel(flag_icon(self.flag), flag_tone(self.flag), 18, line=20)
        whole.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.follow = self._link(_action_words(self.flag), "today.flag.follow")
        self.follow.clicked.connect(self._on_follow)
        row.addWidget(self.follow)
        if self.flag.kind is not FlagKind.ANSWER_TO_REVIEW:
            self.dismiss = self._link(_("Dismiss…"), "today.flag.dismiss")
            self.dismiss.clicked.connect(self._on_dismiss)
            row.addWidget(self.dismiss)
        row.addStretch(1)
        return row

    def _link(self, words: str, name: str) -> LinkButton:
        link = LinkButton(words)
        link.setObjectName(name)
        link.setAccessibleName(f"{words}, {flag_title(self.flag)}, {self._name}")
        return link

    def _on_follow(self) -> None:
        self.followed.emit(self.flag)

    def _on_dismiss(self) -> None:
        self.dismiss_wanted.emit(self.flag)


def _action_words(flag: Flag) -> str:
    if isinstance(flag.facts, EarlyFacts) and flag.facts.low.session_no in REVIEW_SHEETS:
        return _("Open the review sheet")
    return {
        FlagKind.ANSWER_TO_REVIEW: _("Review…"),
        FlagKind.MARKED_DROP: _("See the check-ins"),
        FlagKind.LOW_EARLY_CHECKIN: _("See the check-ins"),
        FlagKind.WORSE_SCORE: _("See the scores"),
        FlagKind.AGREEMENT_TO_LOOK_AT: _("Open the agreements"),
        FlagKind.LONG_SILENCE: _("Reach out…"),
    }[flag.kind]
