"""The signature line of a note, and what was added after it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.notes import Addendum
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.dates_in_words import full_day, short_day, time_words
from vitalshift_desktop.ui.late_words import late_on_note
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class Addenda(QWidget):
    """Empty until the note is signed."""

    def __init__(self, clock: Clock, privacy: Privacy) -> None:
        super().__init__()
        self._clock = clock
        self._privacy = privacy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().scale(10))

    def show_note(self, opened: OpenNote) -> None:
        """Show who signed when and how late, and everything that was added with its kind, dates and reason."""
        note = opened.note
        empty(self._column)
        self.setVisible(note.is_signed)
        if note.signed_at is None:
            return
        if not opened.unaltered:
            words = _(
                "This text no longer matches the fingerprint made when it was signed. "
                "Something other than VitalShift changed it. Compare it with a backup before you rely on it."
            )
            self._column.addWidget(Banner("warning-octagon", words, tone="risk"))
        moment = local(self._clock, note.signed_at)
        signed = _("Signed {day}, {time}").format(day=short_day(moment.date()), time=time_words(moment))
        line = MarkLabel("check", f"{signed}, {note.signer}" if note.signer else signed, tone="ok")
        line.setObjectName("note.signed")
        self._column.addWidget(line)
        if opened.late is not None:
            late = MarkLabel("clock", late_on_note(opened.late), tone="text2")
            late.setObjectName("note.late")
            self._column.addWidget(late)
        for addendum in note.addenda:
            self._show_addendum(addendum)

    def _show_addendum(self, addendum: Addendum) -> None:
        written = local(self._clock, addendum.written_at)
        words = _("{kind}, written {day}, {time}, about {service_day}. Reason: {reason}. {signer}")
        head = words.format(
            kind=label(addendum.kind),
            signer=addendum.signer,
            day=full_day(written.date()),
            time=time_words(written),
            service_day=full_day(addendum.service_day),
            reason=addendum.reason.rstrip("."),
        ).strip()
        text = RecordLabel(addendum.text, privacy=self._privacy)
        text.setObjectName("note.addendum_text")
        self._column.addWidget(Hairline())
        self._column.addWidget(TextLabel(head, tone="2", size="m"))
        self._column.addWidget(text)
