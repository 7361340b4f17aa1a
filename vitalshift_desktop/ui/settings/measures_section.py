"""All instruments: those with their wording, those that take numbers only, and the counselor's own."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.measures.instrument import Licence
from vitalshift_desktop.domain.measures.own_instruments import Listed, Origin
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.custom_form import CustomForm
from vitalshift_desktop.ui.settings.instrument_acts import InstrumentActs
from vitalshift_desktop.ui.settings.instrument_file import text_of
from vitalshift_desktop.ui.settings.instrument_row import InstrumentRow
from vitalshift_desktop.ui.settings.licence_form import LicenceForm
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dropped_files import files_in
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.words import _

Shown = tuple[tuple[Listed, int], ...]


class MeasuresSection(Section):
    """Instrument files can be dropped anywhere on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _(
                "What can be used with clients. Each has a page that says where its numbers come from."
                " What was answered never changes when a measure does."
            )
        )
        self.setAcceptDrops(True)
        self._desk = desk
        self._instruments = desk.workspace.instruments
        self._acts = InstrumentActs(desk)
        self._shown: Shown | None = None
        self.rows: dict[str, InstrumentRow] = {}
        self._build()

    def _build(self) -> None:
        self.refused = Banner("warning-circle", "", _("Close"), tone="attn")
        self.refused.setObjectName("settings.measures.refused")
        self.refused.hide()
        self.refused.pressed.connect(self.refused.hide)
        self._desk.privacy.changed.connect(self.refused.hide)  # it names a file
        self.new = Button(_("New measure of your own…"))
        self.new.setObjectName("settings.measures.new")
        self.new.clicked.connect(self._on_new)
        self.file = Button(_("Add a file…"))
        self.file.setObjectName("settings.measures.file")
        self.file.setToolTip(_("A measure as a file in VitalShift’s format. It can also be dropped here."))
        self.file.clicked.connect(self._on_file)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addWidget(self.refused)
        self.column.addWidget(beside(self.new, self.file))
        self.column.addLayout(self._list)

    def look_again(self) -> None:
        """Show all instruments as they stand; what is shown already is left alone."""
        counts = self._desk.workspace.client_measures.counts()
        shown = tuple((listed, counts.get(listed.instrument.id, 0)) for listed in self._instruments.all())
        if shown == self._shown:
            return
        held = next((key for key, row in self.rows.items() if row.act.hasFocus()), None)
        self._shown = shown
        empty(self._list)
        self.rows = {}
        self._group(_("With their wording"), [one for one in shown if _is_shipped(one[0], Licence.WORDING)])
        words = _("Off until you note who allowed you to use them.")
        self._group(_("Numbers only"), [one for one in shown if _is_shipped(one[0], Licence.SCORING)], words)
        own = [one for one in shown if one[0].origin is not Origin.SHIPPED]
        self._group(_("Your own"), own, "" if own else _("None yet. Any form that gives a number can be one."))
        if held is not None and held in self.rows:
            self.rows[held].show()
            self.rows[held].act.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(files_in(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_file(files_in(event.mimeData())[0])

    def add_file(self, path: Path) -> None:
        """Read this file beside the window, and add what it defines."""
        self.refused.hide()

        def work(_job: Job) -> str:
            return text_of(path)

        done, failed = partial(self._on_read, path), partial(self._on_failed, path)
        self._desk.background.run(self, work, done, failed)

    def _group(self, title: str, shown: list[tuple[Listed, int]], words: str = "") -> None:
        heading = SectionHeading(title, len(shown) or None)
        heading.setContentsMargins(0, 12, 0, 0)
        self._list.addWidget(heading)
        if words:
            sentence_below = TextLabel(words, tone="2", size="m")
            sentence_below.setContentsMargins(0, 8, 0, 0)
            self._list.addWidget(sentence_below)
        for listed, clients in shown:
            self._list.addWidget(self._row(listed, clients))
            self._list.addWidget(Hairline())

    def _row(self, listed: Listed, clients: int) -> InstrumentRow:
        row = self.rows[listed.instrument.id] = InstrumentRow(listed, clients)
        row.wanted.connect(self._desk.wishes.instrument)
        row.switched.connect(self._on_switched)
        row.licence_wanted.connect(self._on_licence)
        return row

    def _on_switched(self, instrument_id: str) -> None:
        self._acts.switch(self._instruments.get(instrument_id))
        self.look_again()

    def _on_licence(self, instrument_id: str) -> None:
        form = LicenceForm(self._desk, self._instruments.get(instrument_id), self.window())
        form.open_from(self.rows[instrument_id].act)

    def _on_new(self) -> None:
        form = CustomForm(self._desk, "", self.window())
        form.open_from(self.new)

    def _on_file(self) -> None:
        path = self._desk.dialogs.choose_instrument_file(self.window(), _("Which file?"))
        if path is not None:
            self.add_file(path)

    def _on_read(self, path: Path, text: str) -> None:
        try:
            added = self._instruments.add_file(text, path.name)
        except Problem as problem:
            self._on_failed(path, problem)
            return
        self.look_again()
        self._desk.wishes.instrument.emit(added.instrument.id)

    def _on_failed(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, Problem):
            raise error
        advice = sentence(error)
        file = _("The file") if self._desk.privacy.initials_on else path.name
        words = _("{file}: {what} {next_step}").format(file=file, what=advice.what, next_step=advice.next_step)
        self.refused.show_sentence(words)
        self.refused.show()


def _is_shipped(listed: Listed, licence: Licence) -> bool:
    return listed.origin is Origin.SHIPPED and listed.instrument.licence is licence
