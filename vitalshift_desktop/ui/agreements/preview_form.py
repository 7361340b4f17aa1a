"""An agreement as it will look on paper, before it is printed or saved as a PDF."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreement_page import AgreementPage
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.printing.agreement_page import document
from vitalshift_desktop.printing.output import preview_images
from vitalshift_desktop.printing.typesetting import missing_glyph_notice, page_pictures, pdf
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.agreeing import RenderPage
from vitalshift_desktop.ui.agreements.page_out import path_to_save, printed, saved
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.page_preview import PagePreview
from vitalshift_desktop.words import _

HandOut = Callable[[Outlet, RenderPage], object]
_WIDTH, _HEIGHT, _EDGE = 760, 700, 40


class _Set(NamedTuple):
    pictures: tuple[bytes, ...]
    missing_glyphs: str


class PreviewForm(DialogFrame):
    """The pages, and below them the two ways out; `handed_out` brings what the act made."""

    handed_out = Signal(object)

    def __init__(
        self,
        desk: Desk,
        client_id: ClientId,
        page: AgreementPage,
        hand_out: HandOut,
        parent: QWidget,
        *,
        note: str = "",
    ) -> None:
        super().__init__(_("Preview"), width=_WIDTH, parent=parent)
        self.setObjectName("preview_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client_id = client_id
        self._hand_out = hand_out
        self._job: Job | None = None
        self.preview = PagePreview("preview")
        self.preview.set_covered(desk.privacy.initials_on)
        self.note = TextLabel(note, tone="attn", size="m")
        self.note.setObjectName("preview.note")
        self._error = ErrorSentence()
        self.column.addWidget(self.preview, 1)
        self.column.addWidget(self.note)
        self.note.setVisible(bool(note))
        self.column.addWidget(self._error)
        self._add_buttons()
        room = _outermost(parent).size()
        self.resize(
            max(self.minimumWidth(), min(theme().scale(_WIDTH), room.width() - _EDGE)),
            max(_HEIGHT - 160, room.height() - _EDGE),
        )
        desk.background.run(self, partial(_set, page), self._on_set, self._on_set_failed)
        self.print.setFocus()

    def _add_buttons(self) -> None:
        self.cancel = Button(_("Cancel"))
        self.save = Button(_("Save as PDF…"))
        self.save.setObjectName("preview.save_pdf")
        self.print = Button(_("Print…"), variant="primary")
        self.print.setObjectName("preview.print")
        for button in (self.cancel, self.save):
            self.add_button(button)
        self.add_button(self.print, safe=True)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print.click)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._error.sentence()

    def reject(self) -> None:
        """Give up; not while a file is being saved."""
        if self._job is None:
            super().reject()

    def _on_set(self, made: _Set) -> None:
        self.preview.show_pages(preview_images(made.pictures))
        if made.missing_glyphs:
            self._error.show_sentence(made.missing_glyphs)

    def _on_set_failed(self, error: BaseException) -> None:
        raise error

    def _on_print(self) -> None:
        if self._job is not None:
            return
        try:
            made = printed(self._desk, self, self._client_id, self._hand_out)
        except Problem as problem:
            self._on_failed(problem)
            return
        if made is not None:
            self._on_done(made)

    def _on_save(self) -> None:
        path = path_to_save(self._desk, self, self._client_id) if self._job is None else None
        if path is not None:
            self._error.show_sentence("")
            work = partial(saved, self._hand_out, path)
            self._job = self._desk.background.run(self, work, self._on_done, self._on_failed)

    def _on_done(self, made: object) -> None:
        self._job = None
        self.accept()
        self.handed_out.emit(made)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, Problem):
            raise error
        advice = sentence(error)
        self._error.show_sentence(f"{advice.what} {advice.next_step}")


def _outermost(widget: QWidget) -> QWidget:
    """The window behind everything, which has more room than a form."""
    window = widget.window()
    behind = window.parentWidget()
    return window if behind is None else _outermost(behind)


def _set(page: AgreementPage, _job: Job) -> _Set:
    pages = document(page)
    return _Set(page_pictures(pages), missing_glyph_notice(pdf(pages)))
