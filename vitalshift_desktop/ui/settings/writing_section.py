"""What helps writing: the spelling check with its word list, the practice's own words, and snippets."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QShowEvent

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.spelling import NEVER_SET, SpellingChoice
from vitalshift_desktop.services.spelling import SpellingState, SpellingView
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.own_words import OwnWords
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.settings.snippet_list import SnippetList
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class WritingSection(Section):
    """Changes are kept at once, in the vault; nothing that is written leaves the computer to be checked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("For every text of the record. Own words and snippets lie in the vault; nothing is sent anywhere.")
        )
        self._desk = desk
        self._spelling = desk.workspace.spelling
        self.is_on = CheckBox(_("Check spelling while I write"))
        self.is_on.setObjectName("settings.spelling")
        self.language = ChoiceField(_("Word list"), [])
        self.language.setObjectName("settings.spelling_language")
        self.state = TextLabel(tone="3", size="c")
        self.state.setObjectName("settings.spelling_state")
        self.own_words = OwnWords(desk)
        self.snippets = SnippetList(desk)
        for part in (self.is_on, self.language, self.state, self.own_words, self.snippets):
            self.column.addWidget(part)
        self.is_on.clicked.connect(self._on_switched)
        self.language.picked.connect(self._on_language)

    def look_again(self) -> None:
        """Show what is kept, and what it comes to on this computer, once somebody looks: the library takes a moment."""
        if self.isVisible():
            self._show_all()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_all()

    def _show_all(self) -> None:
        view = self._spelling.view()
        is_there = bool(view.languages)
        self.is_on.setEnabled(is_there)
        self.is_on.setChecked(view.choice.is_on and is_there)
        self.language.setVisible(is_there)
        self.language.show_choices(_languages(view))
        self.language.choose(view.choice.language)
        self.state.setText(state_words(view.state))
        self.own_words.look_again()
        self.snippets.look_again()

    def _on_switched(self, is_on: bool) -> None:
        self._keep(SpellingChoice(is_on, self._spelling.choice().language))

    def _on_language(self, language: str) -> None:
        self._keep(SpellingChoice(self._spelling.choice().is_on, language))

    def _keep(self, choice: SpellingChoice) -> None:
        try:
            self._spelling.choose(choice, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        self.look_again()


def state_words(state: SpellingState) -> str:
    """Whether spelling is checked, and if it cannot be, what to install."""
    if state is SpellingState.NO_LIBRARY:
        return _(
            "Spelling is off: this computer lacks the library Enchant. On Debian and Ubuntu install the packages "
            "libenchant-2-2 and hunspell-en-us (or -gb, -ca), then start VitalShift again. Everything else works."
        )
    if state is SpellingState.NO_WORD_LIST:
        return _(
            "Spelling is off: this computer has no word list. On Debian and Ubuntu install hunspell-en-us, "
            "hunspell-en-gb or hunspell-en-ca, then start VitalShift again. Everything else works."
        )
    if state is SpellingState.OFF:
        return _("Spelling is off, because you turned it off here.")
    return _(
        "In a text, F7 goes to the next word with a wave below it, Ctrl+. offers other spellings. Names of your "
        "clients count as right. More languages: install word lists of your system, such as hunspell-fr."
    )


def _languages(view: SpellingView) -> list[tuple[object, str]]:
    usual = _("Like this computer") + (f" ({_language(view.language)})" if not view.choice.language else "")
    gone = {view.choice.language} - {NEVER_SET, *view.languages}
    missing = [(name, _("{language}, not installed here").format(language=_language(name))) for name in sorted(gone)]
    return [(NEVER_SET, usual), *((name, _language(name)) for name in view.languages), *missing]


def _language(name: str) -> str:
    """A word list such as en_CA in words."""
    known = {
        "en_US": _("English, United States"),
        "en_GB": _("English, United Kingdom"),
        "en_CA": _("English, Canada"),
        "en_AU": _("English, Australia"),
    }
    place = QLocale(name)
    if name in known or place.name() != name:
        return known.get(name, name)
    return f"{QLocale.languageToString(place.language())}, {QLocale.territoryToString(place.territory())}"
