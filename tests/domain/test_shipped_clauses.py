"""The clauses that come with the app keep to the schema published beside them, and to what they must never say."""

import json
import re

import pytest

from tests.domain.schemas import faults
from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.clause_templates import ClauseTemplate, WordingKind, has_gap, kinds_of_work
from vitalshift_desktop.services.starter_clauses import shipped_clauses, starter_clauses, starter_topics

SCHEMA = json.loads(asset_text("schemas", "agreement_template.json"))
FILE = json.loads(asset_text("agreement_templates", "clauses.json"))
EVERY = [(one.topic, kind, words) for one in shipped_clauses() for kind, words in one.wordings.items()]
THREATS = re.compile(
    r"\b(must|shall|legal action|lawyer|lawsuit|liable|liability|breach|terminate|penalt\w+)\b", re.IGNORECASE
)
LONGEST_PLAIN_SENTENCE = 20  # words


def template(topic: Topic, numbers: tuple[str, ...] = ()) -> ClauseTemplate:
    return next(one for one in shipped_clauses(numbers) if one.topic is topic)


def test_the_clauses_keep_to_the_schema() -> None:
    assert faults(FILE, SCHEMA, "clauses") == []
    broken = {**FILE, "clauses": [{"topic": "Fees", "wording": "", "plain": "x", "variants": {"cats": "x"}}], "more": 1}
    assert len(faults(broken, SCHEMA, "broken")) == 4


def test_every_topic_has_a_usual_wording_and_one_in_plain_language() -> None:
    assert [one.topic for one in shipped_clauses()] == list(Topic)
    assert all({WordingKind.STANDARD, WordingKind.PLAIN} <= one.wordings.keys() for one in shipped_clauses())


@pytest.mark.parametrize(("topic", "kind", "words"), EVERY)
def test_no_wording_threatens_names_a_number_or_is_put_in_shouting(topic: Topic, kind: WordingKind, words: str) -> None:
    assert not THREATS.search(words), (topic, kind)
    assert not re.search(r"\d{3}", words), (topic, kind)
    assert not re.search(r"\b[A-Z]{2,}\b|!", words), (topic, kind)
    assert "'" not in words
    assert words == words.strip()


def test_plain_language_has_short_sentences() -> None:
    plain = [words for _topic, kind, words in EVERY if kind is WordingKind.PLAIN]
    sentences = [sentence for words in plain for sentence in re.split(r"(?<=[.:])\s", words)]
    assert [one for one in sentences if len(one.split()) > LONGEST_PLAIN_SENTENCE] == []


def test_the_starter_has_eight_clauses_ready_to_agree() -> None:
    assert starter_topics() == (
        Topic.LENGTH_AND_PLACE,
        Topic.FEES,
        Topic.CANCELLATION,
        Topic.CONTACT,
        Topic.EMERGENCIES,
        Topic.CONFIDENTIALITY,
        Topic.RECORDS,
        Topic.ENDINGS,
    )
    drafts = starter_clauses()
    assert [draft.checked() for draft in drafts] == list(drafts)
    assert [draft.topic for draft in drafts if has_gap(draft.wording)] == [Topic.EMERGENCIES]
    assert not any(has_gap(draft.wording) for draft in starter_clauses(shipped_clauses(("988",))))


def test_the_practices_own_numbers_stand_below_the_clause_on_emergencies_and_nowhere_else() -> None:
    assert (
        template(Topic.EMERGENCIES, ("988", "911")).wordings[WordingKind.PLAIN].endswith("\nNumbers to call: 988, 911")
    )
    assert template(Topic.FEES, ("988",)) == template(Topic.FEES)
    assert template(Topic.EMERGENCIES).wordings[WordingKind.STANDARD].endswith("\nNumbers to call: …")


def test_the_wording_that_fits_the_work_is_offered_first_where_there_is_one() -> None:
    child = kinds_of_work(is_minor=True, with_interpreter=True, is_coaching=False, is_online=True)
    assert template(Topic.FEES).suited(child) is WordingKind.MINORS
    assert (
        template(Topic.LENGTH_AND_PLACE).draft(child).wording.startswith("We meet once a week for 50 minutes. Parents")
    )
    assert template(Topic.INTERPRETER).suited(child) is WordingKind.MINORS
    assert template(Topic.SELF_DISCLOSURE).suited(child) is WordingKind.STANDARD
    nobody = kinds_of_work(is_minor=False, with_interpreter=False, is_coaching=False, is_online=False)
    assert template(Topic.FEES).suited(nobody) is WordingKind.STANDARD
