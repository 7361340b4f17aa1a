"""The measures of a client on the Details tab: what is used, how often, when it is due, and pauses."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.client_measures import MeasurePause
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.client_measures import MeasuresOfClient
from vitalshift_desktop.services.measures_due import UseLine
from vitalshift_desktop.ui.clients.measure_forms import PauseForm, UseForm
from vitalshift_desktop.ui.clients.measure_use_words import due_words, pause_title, rhythm_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.entry_list import Acts, DetailSection, Entry
from vitalshift_desktop.words import _

Open = Callable[[DialogFrame, str], None]
Do = Callable[[Callable[[], object], str, Callable[[], object]], None]


class MeasuresSection(QWidget):
    """The list, and below it the way into a pause or out of it; `open_form` and `do` are the tab's own."""

    def __init__(self, desk: Desk, open_form: Open, do: Do) -> None:
        super().__init__()
        self._desk = desk
        self._measures = desk.workspace.client_measures
        self._open = open_form
        self._do = do
        self._shown: MeasuresOfClient | None = None
        self.list = DetailSection("details.measures", _("Measures"), _("Use a measure…"), "", desk.privacy)
        self.pause = LinkButton(_("Pause measures for this client…"))
        self.pause.setObjectName("details.measures.pause")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addWidget(self.pause, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.acted.connect(self._on_use)
        self.pause.clicked.connect(self._on_pause)

    def show_client(self, client_id: ClientId) -> None:
        """Show the measures of this client as they are now."""
        shown = self._shown = self._measures.of_client(client_id)
        entries = [self._checkin(shown), *(self._use(line) for line in shown.lines)]
        if shown.paused is not None:
            entries.insert(0, self._paused(shown.paused))
        entries += [self._over(pause) for pause in shown.earlier]
        self.list.show_parts([], entries)
        self.pause.setText(_("Pause measures for this client…") if shown.paused is None else _("Resume measures"))

    def _checkin(self, shown: MeasuresOfClient) -> Entry:
        facts = _("paused") if shown.paused else _("every session, beside the note")
        return Entry("checkin", _("Session check-in"), facts=facts, of_app=True, is_over=shown.paused is not None)

    def _use(self, line: UseLine) -> Entry:
        not_due = _("switched off in the settings") if line.is_off else _("paused")
        facts = [rhythm_words(line.use.details), due_words(line.due) or not_due]
        name = f"details.measures.{line.use.id}.more"
        acts: Acts = (
            (_("Change…"), partial(self._change, line, name)),
            (_("Stop using it"), partial(self._stop, line)),
        )
        words = line.use.details.reason
        return Entry(
            str(line.use.id),
            line.instrument.name,
            words=words,
            facts=" · ".join(facts),
            acts=acts,
            of_app=True,
            is_over=line.due is None,
        )

    def _paused(self, pause: MeasurePause) -> Entry:
        acts: Acts = (
            (_("Change…"), partial(self._change_pause, pause)),
            (_("Resume"), self._resume),
        )
        return Entry(f"pause.{pause.id}", pause_title(pause), words=pause.reason, acts=acts, of_app=True)

    def _over(self, pause: MeasurePause) -> Entry:
        return Entry(f"pause.{pause.id}", pause_title(pause), words=pause.reason, of_app=True, is_over=True)

    def _on_use(self) -> None:
        if self._shown is not None:
            form = UseForm(self._desk, self._shown.client_id, self.window())
            self._open(form, self.list.action.objectName())

    def _change(self, line: UseLine, name: str) -> None:
        self._open(UseForm(self._desk, line.use.client_id, self.window(), use=line.use), name)

    def _stop(self, line: UseLine) -> None:
        words = _("{name} is no longer used.").format(name=line.instrument.name)
        self._do(partial(self._measures.stop, line.use.id), words, partial(self._measures.put_back, line.use))

    def _on_pause(self) -> None:
        if self._shown is None:
            return
        if self._shown.paused is not None:
            self._resume()
            return
        self._open(PauseForm(self._desk, self._shown.client_id, self.window()), self.pause.objectName())

    def _change_pause(self, pause: MeasurePause) -> None:
        form = PauseForm(self._desk, pause.client_id, self.window(), pause=pause)
        self._open(form, f"details.measures.pause.{pause.id}.more")

    def _resume(self) -> None:
        if self._shown is None or self._shown.paused is None:
            return
        paused = self._shown.paused
        resume, undo = (
            partial(self._measures.resume, paused.client_id),
            partial(self._measures.take_back_resume, paused),
        )
        self._do(resume, _("Measures are asked for again."), undo)
