"""The facts of a prep card below each other: what they are about at the left, the words at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.flags import Flag, FlagKind
from vitalshift_desktop.domain.promises import Promiser, words_of
from vitalshift_desktop.domain.tasks import Task
from vitalshift_desktop.services.home_page import CheckinWords, LastFee, LastScores, PrepCard
from vitalshift_desktop.services.score_lines import ScoreLine
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.flag_words import flag_sentence, flag_title
from vitalshift_desktop.ui.ledger_words import ledger_words, task_words
from vitalshift_desktop.ui.money_words import fee_words, sums_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.score_words import line_words, mean_words
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel, RecordLine
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.vocabulary.people_words import heed_sentences
from vitalshift_desktop.words import _, ngettext

LABEL_WIDTH = 84
MOST_CLAUSES = 2
MOST_TASKS = 3
LONGEST_FOR_LABEL = 12


class PrepFacts(QWidget):
    """In the order in which they help: what to heed, last time, who does what, marks, agreements, scores, fee."""

    def __init__(self, card: PrepCard, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._privacy = privacy
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, theme().scale(LABEL_WIDTH))
        self._grid.setColumnStretch(1, 1)
        self._add_heed()
        self._add_last()
        self._add_tasks()
        self._add_marks()
        self._add_clauses()
        self._add_measures()
        self._add_fee()

    def _add_heed(self) -> None:
        if self._card.risk_word:
            self._add(_("Risk"), self._record(self._card.risk_word, "today.next.risk"))
        sentences = heed_sentences(self._card.heed)
        if sentences:
            hidden = _("Hidden while names are shortened.")
            words = hidden if self._privacy.initials_on else " ".join(sentences)
            self._add(_("Contact"), self._plain(words, "today.next.heed"))

    def _add_last(self) -> None:
        last, given = self._card.last, self._card.promises
        if last is None:
            self._add(_("Last time"), TextLabel(_("No note before this one."), tone="2", size="m"))
            return
        self._add(_("Last time"), self._record(last.summary, "today.next.last"))
        client = cut(self._privacy.name(self._card.line.client), LONGEST_FOR_LABEL)
        for who, name, caption in (
            (Promiser.NOBODY_NAMED, "plan", _("Plan")),
            (Promiser.CLIENT, "theirs", _("{name} will").format(name=client)),
            (Promiser.COUNSELOR, "yours", _("You will")),
        ):
            words = words_of(given, who)
            if words:
                self._add(caption, self._record(words, f"today.next.{name}"))

    def _add_tasks(self) -> None:
        """What was promised for a goal, with whose it is; then what is open between goals and tasks, in counts."""
        tasks, client = self._card.tasks, cut(self._privacy.name(self._card.line.client), LONGEST_FOR_LABEL)
        for place, task in enumerate(tasks[:MOST_TASKS]):
            self._add("" if place else _("Tasks"), self._task(task, client))
        if len(tasks) > MOST_TASKS:
            self._add("", _and_more(len(tasks) - MOST_TASKS))
        open_words = ledger_words(self._card.ledger)
        if open_words:
            self._add(_("Goals"), self._plain(open_words, "today.next.ledger"))

    def _task(self, task: Task, client: str) -> QWidget:
        """What was promised, cut to one line, and beside it whose it is."""
        words = RecordLine(task.details.words, privacy=self._privacy, role="rail")
        words.setObjectName(f"today.next.task.{task.id}")
        whose = TextLabel(
            task_words(task, client), tone="2" if task.is_agreed else "attn", size="m", wrap=theme().wide_text
        )
        line = QBoxLayout(down_or_across())
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12 if line.direction() is QBoxLayout.Direction.LeftToRight else 0)
        line.addWidget(words, 1)
        line.addWidget(whose)
        row = QWidget()
        row.setLayout(line)
        return row

    def _add_marks(self) -> None:
        for flag in self._card.line.flags:
            is_agreement = flag.kind is FlagKind.AGREEMENT_TO_LOOK_AT
            words = self._plain(self._flag_words(flag), f"today.next.{flag.kind.value}")
            self._add(_("Look again") if is_agreement else _("Open mark"), words)

    def _flag_words(self, flag: Flag) -> str:
        told = flag_sentence(flag, hidden=self._privacy.initials_on)
        return _("{title}. {sentence}").format(title=flag_title(flag), sentence=told)

    def _add_clauses(self) -> None:
        clauses = self._card.clauses
        for place, clause in enumerate(clauses[:MOST_CLAUSES]):
            self._add(_("In force") if place == 0 else "", TextLabel(_clause_words(clause), size="m"))
        if len(clauses) > MOST_CLAUSES:
            self._add("", _and_more(len(clauses) - MOST_CLAUSES))

    def _add_measures(self) -> None:
        if self._card.scores is not None:
            self._add(_("Last score"), self._plain(_score_words(self._card.scores), "today.next.scores"))
        for place, line in enumerate(self._card.measures):  # a row each: lines of one label are squeezed into one
            self._add("" if place else _("Measures"), self._plain(self._measure(line), "today.next.measures"))
        self._add(_("Check-in"), TextLabel(_checkin_words(self._card.checkin_words), size="m"))

    def _measure(self, line: ScoreLine) -> str:
        """The scores of one form; kept back while names are shortened, as on the client's own pages."""
        if not self._privacy.initials_on:
            return _measure_words(line)
        return _("{measure}, hidden while names are shortened").format(measure=line.measure)

    def _add_fee(self) -> None:
        if self._card.fee is not None:
            self._add(_("Last fee"), self._plain(_last_fee_words(self._card.fee), "today.next.fee"))

    def _add(self, name: str, words: QWidget) -> None:
        row = self._grid.rowCount()
        if name:
            caption = TextLabel(name, tone="2", size="m", wrap=False)
            caption.setContentsMargins(0, 3 if isinstance(words, RecordLabel) else 0, 0, 0)
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)

    def _record(self, text: str, name: str) -> RecordLabel:
        words = RecordLabel(text, privacy=self._privacy)
        words.setObjectName(name)
        return words

    def _plain(self, text: str, name: str) -> TextLabel:
        words = TextLabel(text, size="m")
        words.setObjectName(name)
        return words


def down_or_across() -> QBoxLayout.Direction:
    """Things that stand side by side stand below one another where the text is large."""
    return QBoxLayout.Direction.TopToBottom if theme().wide_text else QBoxLayout.Direction.LeftToRight


def _and_more(more: int) -> TextLabel:
    return TextLabel(ngettext("and {n} more", "and {n} more", more).format(n=more), tone="3", size="m")


def _clause_words(clause: ClauseVersion) -> str:
    words = _("{topic}, version {n}, since {day}").format(
        topic=label(clause.topic), n=clause.number, day=short_day(clause.effective_on)
    )
    if clause.review_on is None:
        return words
    return _("{clause}, look again {day}").format(clause=words, day=short_day(clause.review_on))


def _checkin_words(words: CheckinWords) -> str:
    return {
        CheckinWords.AT_THE_END: _("Session check-in, at the end"),
        CheckinWords.YOURS_FIRST: _("Session check-in, your own rating first"),
        CheckinWords.CLIENT_NEXT: _("Session check-in, the client’s row is next"),
        CheckinWords.DONE: _("Session check-in is given"),
    }[words]


def _score_words(scores: LastScores) -> str:
    words = _("Check-in {score} of 10 in session {n} on {day}").format(
        score=mean_words(scores.client), n=scores.number, day=short_day(scores.day)
    )
    if scores.counselor is not None:
        words = _("{client}, your own {score}").format(client=words, score=mean_words(scores.counselor))
    if scores.classed_as is None:
        return words
    return _("{words}; rupture, {kind}").format(words=words, kind=in_sentence(scores.classed_as))


def _measure_words(line: ScoreLine) -> str:
    return _("{measure} {scores} on {day}").format(
        measure=line.measure, scores=line_words(line), day=short_day(line.day)
    )


def _last_fee_words(fee: LastFee) -> str:
    last = _("{fee}, for {day}").format(fee=fee_words(fee.last.fee), day=short_day(fee.last.session.day))
    others = fee.unpaid - (1 if fee.last.fee.is_due else 0)
    if not others:
        return last
    more = ngettext("{n} unpaid in all, {sum}", "{n} unpaid in all, {sum}", fee.unpaid)
    return f"{last}; " + more.format(n=fee.unpaid, sum=sums_words(fee.sums))
