from pathlib import PurePosixPath, PureWindowsPath

import pytest

from vitalshift_desktop.domain.vault_places import SyncProvider, conflict_copies, provider_by_name


@pytest.mark.parametrize(
    ("path", "provider"),
    [
        ("/data/kim/Dropbox/Practice.vshift", SyncProvider.DROPBOX),
        ("/data/kim/Dropbox (Personal)/Practice.vshift", SyncProvider.DROPBOX),
        ("/data/kim/Library/CloudStorage/Dropbox-Team/x", SyncProvider.DROPBOX),
        ("/data/kim/Library/CloudStorage/OneDrive-Personal/x", SyncProvider.ONEDRIVE),
        ("/data/kim/Library/Mobile Documents/com~apple~CloudDocs/x", SyncProvider.ICLOUD),
        ("/data/kim/Library/CloudStorage/GoogleDrive-kim@example.org/My Drive/x", SyncProvider.GOOGLE_DRIVE),
        ("/data/kim/Nextcloud/x", SyncProvider.NEXTCLOUD),
        ("/data/kim/ownCloud/x", SyncProvider.NEXTCLOUD),
        ("/data/kim/Documents/Practice.vshift", None),
        ("/data/kim/Documents/Dropboxes/Practice.vshift", None),
        ("/data/kim/My Practice.vshift", None),
    ],
)
def test_a_folder_of_a_service_is_known_by_its_name(path: str, provider: SyncProvider | None) -> None:
    assert provider_by_name(PurePosixPath(path)) is provider


def test_windows_paths_are_known_as_well() -> None:
    assert provider_by_name(PureWindowsPath(r"C:\Users\kim\OneDrive - Practice\x")) is SyncProvider.ONEDRIVE
    assert provider_by_name(PureWindowsPath(r"C:\Users\kim\iCloudDrive\x")) is SyncProvider.ICLOUD
    assert provider_by_name(PureWindowsPath(r"G:\My Drive\Practice.vshift")) is SyncProvider.GOOGLE_DRIVE


@pytest.mark.parametrize(
    "name",
    [
        "vault (conflicted copy).db",
        "vault (Kim's conflicted copy 2026-11-23).db",
        "vault (conflicted copy 2026-11-23 101112).hdr",
        "vault_conflict-20261123-101112.db",
        "vault.sync-conflict-20261123-101112-ABCDEFG.db",
        "vault-LAPTOP.db",
        "vault 2.db",
        "vault (1).seal",
    ],
)
def test_second_versions_of_the_vaults_files_are_found(name: str) -> None:
    assert conflict_copies(["vault.db", name]) == (name,)


def test_the_vaults_own_files_and_others_are_not_second_versions() -> None:
    own = ["vault.hdr", "vault.hdr2", "vault.db", "vault.db-wal", "vault.db-shm", "vault.seal", "vault.lock"]
    others = [
        "vault.db.new",
        "vault.db.part-0a1b2c3d",
        "1a2b3c4d_2026-11-23_1200_g000412.vsbackup",
        "notes.txt",
        "vaults.db",
    ]
    assert conflict_copies([*own, *others]) == ()
