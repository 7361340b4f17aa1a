"""An agreement as it goes on paper: for signing, or as a copy of what was agreed."""

from dataclasses import dataclass, field
from datetime import date

from vitalshift_desktop.domain.agreeing import HowAgreed, Party
from vitalshift_desktop.domain.agreements import ClauseVersion, DraftClause, Topic, WordsOf
from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import PREVIEW_SERIAL, Letterhead


@dataclass(frozen=True, slots=True)
class PageClause:
    """A clause on paper; `version` is 0 while it is not agreed yet."""

    topic: Topic
    wording: str
    version: int = 0
    words_of: WordsOf = WordsOf.COUNSELOR

    @classmethod
    def of_draft(cls, draft: DraftClause) -> "PageClause":
        """A clause that is about to be agreed."""
        return cls(draft.topic, draft.wording.strip(), 0, draft.words_of)

    @classmethod
    def of_version(cls, version: ClauseVersion) -> "PageClause":
        """A clause that was agreed."""
        return cls(version.topic, version.wording, version.number, version.words_of)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a copy says about the agreeing: the day, how and by whom, and the fingerprint of the record."""

    on: date
    how: HowAgreed
    fingerprint: str


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Everything that stands on the page; without `agreed` it is a page for signing.

    `client` is the name in full, or the record code where the client asked to be careful with the name; `signers` are
    those who have a line to sign on. `serial` is PREVIEW_SERIAL until a page is printed or saved.
    """

    client: str
    record_code: str
    clauses: tuple[PageClause, ...]
    prepared_on: date
    signers: tuple[Party, ...] = ()
    agreed: Agreed | None = None
    review_on: date | None = None
    service_type: ServiceType = ServiceType.COUNSELING
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: Paper = Paper.A4
    large_print: bool = False
    serial: str = PREVIEW_SERIAL
    language: str = "en"
    is_sample: bool = False
