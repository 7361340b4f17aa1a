"""The services that copy folders about, in words."""

from vitalshift_desktop.domain.vault_places import SyncProvider
from vitalshift_desktop.words import _


def provider_name(provider: SyncProvider) -> str:
    """The service's own name."""
    return {
        SyncProvider.DROPBOX: "Dropbox",
        SyncProvider.ONEDRIVE: "OneDrive",
        SyncProvider.ICLOUD: "iCloud",
        SyncProvider.GOOGLE_DRIVE: "Google Drive",
        SyncProvider.NEXTCLOUD: "Nextcloud",
        SyncProvider.SYNCTHING: "Syncthing",
    }[provider]


def sync_warning(provider: SyncProvider) -> str:
    """Why records should not lie in such a folder."""
    words = _(
        "This folder is copied about by {service}. Two computers, or a copy made in mid-save, can damage the records, "
        "and whoever holds the copies can try to guess the passphrase. Backups may go there."
    )
    return words.format(service=provider_name(provider))
