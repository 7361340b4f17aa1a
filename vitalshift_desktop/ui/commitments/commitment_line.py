"""The quiet line above the boundaries: what is agreed on rhythm and length, and breaks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.commitments.break_form import BreakForm
from vitalshift_desktop.ui.commitments.commitment_form import CommitmentForm
from vitalshift_desktop.ui.commitments.kept_dialog import KeptDialog
from vitalshift_desktop.ui.commitments.terms_words import agreed_words, breaks_words, review_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_LINK_INSET = 9


class CommitmentLine(ClientPage):
    """One sentence, and links: change it, see agreed beside actual, agree a break, reach out."""

    concerns = frozenset({Subject.AGREEMENTS, Subject.CLIENTS, Subject.SESSIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("commitment")
        self._desk = desk
        self._build()

    def _build(self) -> None:
        title = TextLabel(_("Rhythm and length"), role="name", size="m", wrap=False)
        title.setProperty("weight", "600")
        self.words = TextLabel(tone="2", size="m")
        self.words.setObjectName("commitment.words")
        self.review = TextLabel(tone="attn", size="m")
        self.review.setObjectName("commitment.review")
        self.breaks = TextLabel(tone="2", size="m")
        self.breaks.setObjectName("commitment.breaks")
        self.change = self._link(_("Change…"), "change")
        self.kept = self._link(_("Agreed and actual…"), "kept")
        self.away = self._link(_("Agree a break…"), "break")
        self.reach = self._link(_("Reach out…"), "reach_out")
        self.reach.clicked.connect(self._on_reach_out)
        self.change.clicked.connect(self._on_change)
        self.kept.clicked.connect(self._on_kept)
        self.away.clicked.connect(self._on_break)
        self._lay_out(title)

    def _lay_out(self, title: TextLabel) -> None:
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(2)
        for link in (self.change, self.kept, self.away, self.reach):
            links.addWidget(link)
        links.addStretch(1)
        # The words of a link begin inside it, and those of the line begin where they do.
        title.setContentsMargins(_LINK_INSET, 0, 0, 0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addWidget(title)
        self._head.addLayout(links, 1)
        told = QVBoxLayout()
        told.setContentsMargins(_LINK_INSET, 0, 0, 0)
        told.setSpacing(2)
        for part in (self.words, self.review, self.breaks):
            told.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._head)
        column.addLayout(told)
        column.addSpacing(6)
        column.addWidget(Hairline())

    def _link(self, words: str, name: str) -> LinkButton:
        link = LinkButton(words)
        link.setObjectName(f"commitment.{name}")
        link.setAccessibleName(_("{what} {act}").format(what=_("Rhythm and length:"), act=words))
        return link

    def look_again(self) -> None:
        """Show what is agreed with the client today."""
        if self.client_id is None:
            return
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if theme().wide_text else across)
        view = self._desk.workspace.commitments.view(self.client_id)
        nothing = _("Not agreed yet. What is agreed here is compared with what happens, and tells when it goes quiet.")
        self.words.setText(agreed_words(view.now) if view.now is not None else nothing)
        self.review.setText(review_words(view, today(self._desk.workspace.clock)))
        self.review.setVisible(bool(self.review.text()))
        self.breaks.setText(breaks_words(view.breaks))
        self.breaks.setVisible(bool(view.breaks))
        self.change.setText(_("Change…") if view.now is not None else _("Agree…"))
        self.change.setVisible(view.can_agree)
        self.away.setVisible(view.can_agree)
        self.reach.setVisible(view.can_agree)
        self.kept.setVisible(view.can_compare)

    def focus_first(self) -> None:
        """Go to the first link."""
        (self.change if self.change.isVisible() else self.kept).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self) -> None:
        self._open_for(CommitmentForm, self.change)

    def _on_break(self) -> None:
        self._open_for(BreakForm, self.away)

    def _open_for(self, kind: type[CommitmentForm] | type[BreakForm], opener: LinkButton) -> None:
        if self.client_id is not None:
            kind(self._desk, ClientId(self.client_id), self.window()).open_from(opener)

    def _on_reach_out(self) -> None:
        if self.client_id is not None:
            self._desk.wishes.reach_out.emit(self.client_id)

    def _on_kept(self) -> None:
        if self.client_id is not None:
            KeptDialog(self._desk, self.client_id, self.window()).open_from(self.kept)
