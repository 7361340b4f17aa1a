"""Help: the keys of this page, the limits of the protection and of a mark, and what the app is made of."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop import __version__
from vitalshift_desktop.ui.actions import Command, Where, commands
from vitalshift_desktop.ui.agreement_help import agreement_help
from vitalshift_desktop.ui.autostart_help import autostart_help
from vitalshift_desktop.ui.change_help import change_help
from vitalshift_desktop.ui.commitment_help import commitment_help
from vitalshift_desktop.ui.consent_help import consent_help
from vitalshift_desktop.ui.mark_help import mark_help
from vitalshift_desktop.ui.notes_help import notes_help
from vitalshift_desktop.ui.page_keys import keys_of, native
from vitalshift_desktop.ui.range_help import handover_help, range_help
from vitalshift_desktop.ui.study_help import study_help
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_WITH_NOTES = frozenset({"drift", "consultations"})
WIDTH = 620
KEYS_WIDTH = 700
AROUND = 28


class HelpPages(QObject):
    """Small windows with text; Esc closes them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def show_keys(self, place: Where, page: str = "") -> None:
        """The commands and keys that work on this page, and the help about what stands on it.

        `page` names it; for a client it is the tab that is shown.
        """
        pairs_in_a_row = 1 if theme().wide_text else 2
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        shown = [(command.text, native(command.keys[0])) for command in _with_keys(place)]
        for number, (text, keys) in enumerate((*keys_of(page), *shown)):
            row, column = number // pairs_in_a_row, (number % pairs_in_a_row) * 2
            grid.addWidget(TextLabel(text, wrap=False), row, column)
            grid.addWidget(TextLabel(keys, tone="2", wrap=False), row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        links = self._links(page)
        frame = self._open(_("Keys on this page"), [*(link for link, _show in links), box], KEYS_WIDTH)
        for link, show in links:
            link.clicked.connect(frame.reject)
            link.clicked.connect(show)

    def _links(self, page: str) -> list[tuple[LinkButton, Callable[[], None]]]:
        """What leads to the help about a page, and the way there."""
        notes = ("notes", _notes_title(), self.show_notes)
        if page in _WITH_NOTES:
            return [_link(*notes)]
        if page != "agreements":
            return []
        pages = (
            (_("How clauses are agreed and looked at again"), self.show_agreements),
            (_("How agreed and actual are compared, and silences told"), self.show_commitments),
            (_("How consents and releases are kept"), self.show_consents),
        )
        about = [_link(f"about.{number}", words, show) for number, (words, show) in enumerate(pages)]
        return [*about, _link(*notes)]

    def show_limits(self) -> None:
        """What the app cannot protect, in plain words."""
        self._open(_("What VitalShift cannot protect"), [TextLabel(words) for words in limits()])

    def show_handing_over(self) -> None:
        """What handing a form over protects, and what not."""
        self._open(_("What handing over protects"), [TextLabel(words) for words in handover_help()])

    def show_autostart(self) -> None:
        """How the app starts by itself on each system."""
        title = _("Starting VitalShift when you log in")
        self._open(title, [TextLabel(words) for words in autostart_help()])

    def show_range(self) -> None:
        """How the usual range and the marks are worked out."""
        title = _("How the usual range and the marks are worked out")
        self._open(title, [TextLabel(words) for words in range_help()])

    def show_marks(self) -> None:
        """How often the marked-drop rule speaks, and how often it should have."""
        self._open(_("How well the marked-drop rule works"), mark_help())

    def show_studies(self) -> None:
        """What studies found about the alliance, and what that cannot say."""
        self._open(_("What studies say about the alliance"), study_help())

    def show_change(self) -> None:
        """How the change of a measure is read."""
        self._open(_("How the change of a measure is read"), [TextLabel(words) for words in change_help()])

    def show_consents(self) -> None:
        """How consents, releases and who may know what are kept."""
        self._open(_("How consents and releases are kept"), [TextLabel(words) for words in consent_help()])

    def show_commitments(self) -> None:
        """How agreed and actual are set beside each other, and when a silence is spoken of."""
        title = _("How agreed and actual are compared, and silences told")
        self._open(title, [TextLabel(words) for words in commitment_help()])

    def show_agreements(self) -> None:
        """How clauses come to be agreed, change, and are looked at together."""
        self._open(_("How clauses are agreed and looked at again"), [TextLabel(words) for words in agreement_help()])

    def show_notes(self) -> None:
        """What notes on agreements, worksheets, consultations and the drift watch count, and what they cannot say."""
        self._open(_notes_title(), [TextLabel(words) for words in notes_help()])

    def show_about(self) -> None:
        """Version, licence and the notices of what we build on."""
        version = TextLabel(_("Version {version}").format(version=__version__))
        self._open(_("About VitalShift"), [version, *(TextLabel(words, tone="2") for words in notices())])

    def _open(self, title: str, parts: Sequence[QWidget], wide: int = WIDTH) -> DialogFrame:
        width = min(theme().scale(wide), self._window.width() - 2 * AROUND)
        frame = DialogFrame(title, width=width, parent=self._window)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        flow = self._scrolling(parts, width - 2 * AROUND)
        flow.setAccessibleName(title)
        frame.column.addWidget(flow)
        close = Button(_("Close"))
        close.clicked.connect(frame.reject)
        frame.add_button(close, safe=True)
        frame.open()
        flow.setFocus()
        return frame

    def _scrolling(self, parts: Sequence[QWidget], width: int) -> FlowColumn:
        """As high as its parts need, or as the window allows; the arrow keys scroll it."""
        flow = FlowColumn(padded=False)
        flow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for number, part in enumerate(parts):
            part.setParent(flow)
            flow.add(part, gap=10 if number else 0)
        flow.setFixedWidth(width)
        needed = flow.column.totalHeightForWidth(width) if flow.column.hasHeightForWidth() else flow.sizeHint().height()
        most = self._window.height() - theme().scale(190)
        flow.setFixedHeight(min(needed, most))
        return flow


def _with_keys(place: Where) -> list[Command]:
    found = [command for command in commands() if isinstance(command, Command) and command.keys]
    return [command for command in found if Where.EVERYWHERE in command.where or place in command.where]


def _notes_title() -> str:
    return _("What notes on agreements and the drift watch count")


def _link(name: str, words: str, show: Callable[[], None]) -> tuple[LinkButton, Callable[[], None]]:
    link = LinkButton(words)
    link.setObjectName(f"help.{name}")
    return link, show


def limits() -> tuple[str, ...]:
    """The stated limits of the protection, one sentence or two each."""
    return (
        _("VitalShift does not monitor anybody between sessions. An answer is seen when it is entered or handed back."),
        _("While the records are open, anyone or any program that controls this computer can read the screen."),
        _("A photo of the screen shows what is on it. On Linux, so does a screenshot or a shared screen."),
        _(
            "While a client answers on this computer, the system’s own task switcher still works. For long forms use a "
            "guest account; what they answer is read by you when you unlock, never before."
        ),
        _("Sleep, hibernation and swap files may keep fragments unless the whole disk is encrypted. Turn that on."),
        _("Someone who copies the records can try passphrases for ever, so the passphrase is the defense."),
        _("Nobody can open the records without the passphrase or the recovery sheet. We cannot either."),
        _("Old backups open with the passphrase of their day. Pages you print or save leave the protection."),
        _("The printer's own queue may keep a copy of a printed page."),
        _("If the bell may ring while locked, a file on this computer tells at which times something is to be done."),
        _("A calendar file you save holds times and codes unencrypted, and so does every calendar that reads it."),
        _("What you delete stays in older backups, and may stay on the drive for a while."),
        _("Ransomware can destroy the records and every backup it can reach. Keep one backup unplugged."),
        _("On a new computer, VitalShift cannot see that the records are older than the last ones you wrote."),
        _("Whoever keeps your backups for you sees how large they are and when they change, not what is in them."),
    )


def notices() -> tuple[str, ...]:
    """License of the app and notices of its parts."""
    return (
        _("VitalShift Desktop is free software under the GNU General Public License, version 3 or later."),
        _("The records are encrypted with SQLCipher, copyright Zetetic LLC, under a BSD-style license."),
        _("Source Sans 3 and Source Serif 4, copyright Adobe, under the SIL Open Font License 1.1."),
        _("Words offered for passphrases: a list by the Electronic Frontier Foundation, under CC BY 3.0 US."),
        _("Icons: Phosphor, under the MIT license. Windows: Qt and PySide6, under the LGPL 3."),
    )
