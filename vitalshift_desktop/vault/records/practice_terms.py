"""The practice's own terms: rows to domain and back."""

from sqlalchemy import select

from vitalshift_desktop.domain.clause_reviews import ReviewRhythm
from vitalshift_desktop.domain.clients import Phase
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.vault.records.refusals import flush
from vitalshift_desktop.vault.records.shelf import Shelf
from vitalshift_desktop.vault.tables.practice_terms import PracticeTermRow

_ALL = select(PracticeTermRow.key, PracticeTermRow.words)
_CRISIS = "crisis_numbers"
_REVIEW = ("agreement_review.first", "agreement_review.every")
_PHASES = {f"phase.{phase.value}": phase for phase in Phase}


class PracticeTermShelf(Shelf):
    """What the practice calls things, one set for the whole vault."""

    def get(self) -> PracticeTerms:
        """The terms as they stand."""
        words = {key: words for key, words in self._rows(_ALL) if words}
        names = {phase: words[key] for key, phase in _PHASES.items() if key in words}
        usual = ReviewRhythm()
        first, every = (
            int(words.get(key, number)) for key, number in zip(_REVIEW, (usual.first, usual.every), strict=True)
        )
        return PracticeTerms(names, words.get(_CRISIS, ""), ReviewRhythm(first, every))

    def save(self, terms: PracticeTerms) -> None:
        """Put these terms in place of the earlier ones."""
        named = {key: terms.phase_names.get(phase, "") for key, phase in _PHASES.items()}
        review = dict(zip(_REVIEW, (str(terms.review.first), str(terms.review.every)), strict=True))
        for key, words in {**named, _CRISIS: terms.crisis_numbers, **review}.items():
            self._connection.merge(PracticeTermRow(key=key, words=words))
        flush(self._connection)
