"""What is said of an attachment."""

from vitalshift_desktop.domain.attachments import Attachment, AttachmentKind
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.size_words import size_words
from vitalshift_desktop.words import _


def kind_words(kind: AttachmentKind) -> str:
    """What it is."""
    return {
        AttachmentKind.PDF: _("PDF"),
        AttachmentKind.PICTURE: _("Picture"),
        AttachmentKind.TEXT: _("Text"),
    }[kind]


def shown_name(attachment: Attachment, *, covered: bool) -> str:
    """Its name; while names are shortened only what kind of thing it is."""
    return kind_words(attachment.kind) if covered else attachment.name


def cells(attachment: Attachment, belongs_to: str, *, covered: bool) -> tuple[str, ...]:
    """The cells of its row: day, name, kind, size, what it belongs to."""
    return (
        full_day(attachment.day),
        shown_name(attachment, covered=covered),
        kind_words(attachment.kind),
        size_words(attachment.size),
        belongs_to,
    )


def headings() -> tuple[str, ...]:
    """The words over the columns."""
    return (_("Date"), _("Name"), _("Kind"), _("Size"), _("Belongs to"))
