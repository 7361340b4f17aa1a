"""Consents, releases and who may know what as they go on paper, to be signed and kept by the client."""

from dataclasses import dataclass, field
from datetime import date

from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.domain.consents import ConsentDetails, Giver
from vitalshift_desktop.domain.may_know import MayKnowDetails
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import PREVIEW_SERIAL, Letterhead
from vitalshift_desktop.domain.related_people import RelatedPerson


@dataclass(frozen=True, slots=True)
class ClientPage:
    """What every page for a client has.

    `client` is the name in full, or the record code where the client asked to be careful with the name. `serial` is
    PREVIEW_SERIAL until a page is printed.
    """

    client: str
    record_code: str
    prepared_on: date
    service_type: ServiceType = ServiceType.COUNSELING
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: Paper = Paper.A4
    serial: str = PREVIEW_SERIAL
    language: str = "en"
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """One consent for signing; `signers` have a line each, `asks_assent` gives the client one too where others sign."""

    page: ClientPage
    details: ConsentDetails
    signers: tuple[Giver, ...]
    asks_assent: bool = False


@dataclass(frozen=True, slots=True)
class MayKnowSheet:
    """Who may know what, as it is agreed now."""

    page: ClientPage
    details: MayKnowDetails
    people: tuple[RelatedPerson, ...]


Sheet = ConsentSheet | MayKnowSheet
