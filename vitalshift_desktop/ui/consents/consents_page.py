"""A client's consents and releases, and who may know what: a segment of the Boundaries tab."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consents import Consent, ConsentKind, ConsentState
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.consents import ConsentPage
from vitalshift_desktop.ui.consent_words import (
    given_facts,
    interpreter_words,
    missing_words,
    short_words,
)
from vitalshift_desktop.ui.consents.consent_form import ConsentForm
from vitalshift_desktop.ui.consents.consent_view import ConsentView
from vitalshift_desktop.ui.consents.may_know_form import MayKnowForm
from vitalshift_desktop.ui.consents.may_know_section import MayKnowSection
from vitalshift_desktop.ui.consents.page_out import printed
from vitalshift_desktop.ui.consents.scan_files import ScanFiles
from vitalshift_desktop.ui.consents.withdraw_form import ScanForm, WithdrawForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.dropped_files import files_in
from vitalshift_desktop.ui.widgets.entry_list import Acts, DetailSection, Entry
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import MarkLabel
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDEST = 760
_KINDS = tuple(kind for kind in ConsentKind if kind is not ConsentKind.RELEASE)
_PAST = (ConsentState.REPLACED, ConsentState.CORRECTED)


class ConsentsPage(ClientPage):
    """Consent to therapy itself first; what was replaced or put right is folded away below."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.CONSENTS, Subject.CLIENTS, Subject.ATTACHMENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.consents")
        self._desk = desk
        self._shown: ConsentPage | None = None
        self._with_earlier = False
        self._rows: dict[str, Consent] = {}
        self._files = ScanFiles(desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.missing = MarkLabel("info", "", "text2")
        self.missing.setObjectName("consents.missing")
        self.interpreter = MarkLabel("translate", "", "text2")
        self.interpreter.setObjectName("consents.interpreter")
        privacy = self._desk.privacy
        self.consents = DetailSection("consents.kinds", _("Consents"), "", "", privacy)
        self.consents.action.hide()
        nothing = _("None. A release lets one person or office be told something, for a purpose and for a time.")
        self.releases = DetailSection("consents.releases", _("Releases"), _("Add…"), nothing, privacy)
        self.may_know = MayKnowSection(privacy)
        self.more = LinkButton("")
        self.more.setObjectName("consents.more")
        self.earlier = DetailSection("consents.earlier", _("Earlier records"), "", "", privacy)
        self.earlier.action.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(24)
        for part in (self.missing, self.interpreter, self.consents, self.releases, self.may_know):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.earlier)
        inside.setMaximumWidth(theme().scale(_WIDEST))
        self.flow = FlowColumn()
        self.flow.add_layout(held(inside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.flow)

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        self._files.failed.connect(self._desk.wishes.trouble)
        self.releases.acted.connect(partial(self._record, ConsentKind.RELEASE, "consents.releases.act"))
        self.may_know.agree_wanted.connect(self._on_agree)
        self.may_know.print_wanted.connect(self._on_print)
        self.more.clicked.connect(self._on_more)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self.look_again_soon)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._files.is_busy and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self._consent_at(event.position().toPoint()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        consent = self._consent_at(event.position().toPoint())
        if consent is not None:
            event.acceptProposedAction()
            self._files.take(consent.id, files_in(event.mimeData()))

    def _consent_at(self, place: QPoint) -> Consent | None:
        """The consent whose row lies there; one that was taken back takes no scan any more."""
        part = self.childAt(place)
        while part is not None and part is not self and part.objectName() not in self._rows:
            part = part.parentWidget()
        found = self._rows.get(part.objectName()) if part is not None else None
        return None if found is None or found.withdrawal is not None else found

    def look_again(self) -> None:
        """Show what is recorded as of today; the focus stays where it was."""
        if self.client_id is None:
            return
        focused = self._focused()
        self._rows.clear()
        page = self._shown = self._desk.workspace.consents.page(self.client_id)
        self._say(self.missing, "info", missing_words(page))
        self._say(self.interpreter, "translate", interpreter_words(page))
        self.consents.show_parts([], [self._kind(page, kind) for kind in _KINDS])
        self.releases.show_parts([], [self._release(page, one) for one in page.releases])
        self.may_know.show_page(self._desk.workspace.may_know.page(self.client_id))
        self._show_earlier(page)
        self._refocus(focused)

    def show_client(self, client_id: ClientId) -> None:
        """Show this client from the top."""
        if client_id != self.client_id:
            self.flow.verticalScrollBar().setValue(0)
            self._with_earlier = False
        super().show_client(client_id)

    def focus_first(self) -> None:
        """Go to consent to therapy itself."""
        self._refocus("consents.kinds.therapy.act") or self._refocus("consents.kinds.therapy.more")

    def record(self, kind: ConsentKind) -> None:
        """Ask for a consent of this kind."""
        self._record(kind, f"consents.kinds.{kind.value}.act")

    def _show_earlier(self, page: ConsentPage) -> None:
        past = [one for one in page.consents if page.states[one.id] in _PAST]
        words = _("Hide earlier records") if self._with_earlier else _("Show earlier records ({n})")
        self.more.setText(words.format(n=len(past)))
        self.more.setVisible(bool(past))
        self.earlier.setVisible(bool(past) and self._with_earlier)
        self.earlier.show_parts([], [self._past(page, one) for one in past] if self._with_earlier else [])

    def _kind(self, page: ConsentPage, kind: ConsentKind) -> Entry:
        found = page.current.get(kind)
        if found is None:
            link = (_("Record…"), partial(self.record, kind))
            return Entry(kind.value, label(kind), facts=_("Not recorded"), of_app=True, is_over=True, link=link)
        return self._entry(page, found, kind.value, label(kind), of_app=True)

    def _release(self, page: ConsentPage, release: Consent) -> Entry:
        return self._entry(page, release, str(release.id), release.details.recipient, of_app=False)

    def _past(self, page: ConsentPage, consent: Consent) -> Entry:
        name = f"consents.earlier.{consent.id}.act"
        facts = given_facts(consent, page.states[consent.id])
        link = (_("Look…"), partial(self._view, consent, name))
        title = label(consent.details.kind)
        return Entry(str(consent.id), title, facts=facts, of_app=True, is_over=True, link=link)

    def _entry(self, page: ConsentPage, consent: Consent, key: str, title: str, *, of_app: bool) -> Entry:
        state = page.states[consent.id]
        section = "consents.kinds" if of_app else "consents.releases"
        self._rows[f"{section}.{key}"] = consent
        holds = state is ConsentState.IN_FORCE
        return Entry(
            key,
            title,
            words=short_words(consent),
            facts=given_facts(consent, state),
            acts=self._acts(consent, f"{section}.{key}.more"),
            is_over=not holds,
            of_app=of_app,
            link=None
            if holds
            else (_("Record anew…"), partial(self._record, consent.details.kind, f"{section}.{key}.act")),
        )

    def _acts(self, consent: Consent, name: str) -> Acts:
        look = (_("Look…"), partial(self._view, consent, name))
        anew = (_("Record anew…"), partial(self._record, consent.details.kind, name))
        scan = (_("Link the scan…"), partial(self._open_for, ScanForm, consent, name))
        if consent.withdrawal is not None:
            return [look]
        right = (_("Put right…"), partial(self._put_right, consent, name))
        taken_back = (_("Taken back…"), partial(self._open_for, WithdrawForm, consent, name))
        return [look, anew, scan, right, taken_back]

    def _view(self, consent: Consent, opener: str) -> None:
        if self._shown is not None:
            self._open(ConsentView(self._desk, consent, self._shown.states[consent.id], self.window()), opener)

    def _record(self, kind: ConsentKind, opener: str) -> None:
        if self.client_id is not None:
            self._open(ConsentForm(self._desk, self.client_id, kind, self.window()), opener)

    def _put_right(self, consent: Consent, opener: str) -> None:
        kind = consent.details.kind
        self._open(ConsentForm(self._desk, consent.client_id, kind, self.window(), corrects=consent), opener)

    def _open_for(self, form: Callable[[Desk, Consent, QWidget], DialogFrame], consent: Consent, opener: str) -> None:
        self._open(form(self._desk, consent, self.window()), opener)

    def _on_agree(self) -> None:
        if self.client_id is not None:
            form = MayKnowForm(self._desk, self.client_id, self.window())
            self._open(form, self.may_know.action.objectName())

    def _on_print(self) -> None:
        if self.client_id is None:
            return
        try:
            sheet = self._desk.workspace.consent_printing.may_know(self.client_id)
            entry = printed(self._desk, self, self.client_id, sheet)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        if entry is not None:
            self.may_know.show_sent(entry.serial)

    def _on_more(self) -> None:
        self._with_earlier = not self._with_earlier
        if self._shown is not None:
            self._show_earlier(self._shown)

    def _say(self, mark: MarkLabel, icon: str, words: str) -> None:
        mark.show_mark(icon, words, "text2")
        mark.setVisible(bool(words))

    def _open(self, form: DialogFrame, opener: str) -> None:
        form.open_from(self)
        form.finished.connect(partial(self._refocus, opener))  # last, since the opener was made anew

    def _focused(self) -> str:
        """The name of the part that has the focus now, which goes when the page is shown anew."""
        part = QApplication.focusWidget()
        return part.objectName() if isinstance(part, QWidget) and self.isAncestorOf(part) else ""

    def _refocus(self, name: str, _result: int = 0) -> bool:
        part = self.findChild(QWidget, name) if name else None
        if part is None and name.endswith(".act"):  # what was recorded has a menu where the link was
            part = self.findChild(QWidget, name.removesuffix(".act") + ".more")
        if part is not None and self.isVisible():
            part.setFocus()
        return part is not None
