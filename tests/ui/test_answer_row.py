from datetime import date

from pytestqt.qtbot import QtBot

from vitalshift_desktop.domain.answers import AnswerFacts, Asks
from vitalshift_desktop.domain.measures.administration import AdministrationId
from vitalshift_desktop.ui.answer_row import AnswerRow
from vitalshift_desktop.ui.answer_words import answer_text

FACTS = AnswerFacts(
    AdministrationId(7), "PHQ-9", 9, "thoughts", 0, "Not at all", date(2026, 3, 4), Asks.FELL, previous_answer=2
)


def test_a_waiting_answer_is_told_whole_and_leads_to_its_review(qtbot: QtBot) -> None:
    row = AnswerRow(FACTS, hidden=False)
    qtbot.addWidget(row)
    assert row.words.text() == answer_text(FACTS)
    assert row.accessibleName() == f"Answer to review. {answer_text(FACTS)}"
    wanted: list[object] = []
    row.review_wanted.connect(wanted.append)
    row.review.click()
    assert wanted == [7]


def test_a_reviewed_one_stays_in_sight_and_a_zero_is_called_nothing_but_a_zero(qtbot: QtBot) -> None:
    row = AnswerRow(FACTS, date(2026, 3, 5), hidden=False)
    qtbot.addWidget(row)
    assert row.words.text() == (
        "PHQ-9 item 9 (thoughts) was answered 0 - Not at all on 4 March 2026. Reviewed with the client on 5 March 2026."
    )
    assert not hasattr(row, "review")


def test_with_initials_only_it_tells_nothing(qtbot: QtBot) -> None:
    row = AnswerRow(FACTS, hidden=True)
    qtbot.addWidget(row)
    assert row.words.text() == "Hidden while names are shortened."
