import json
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import contents
from vitalshift_desktop.domain.vault_places import SyncProvider
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.files.sync_folders import conflicts_in, looks_synced


def test_an_ordinary_folder_is_copied_by_nobody(tmp_path: Path) -> None:
    assert looks_synced(tmp_path / "Documents" / "Practice.vshift", {}) is None


@pytest.mark.parametrize(
    ("marker", "provider"),
    [
        (".stfolder", SyncProvider.SYNCTHING),
        (".dropbox", SyncProvider.DROPBOX),
        (".sync_8a1b2c3d.db", SyncProvider.NEXTCLOUD),
        ("._sync_8a1b2c3d.db", SyncProvider.NEXTCLOUD),
        (".tmp.drivedownload", SyncProvider.GOOGLE_DRIVE),
    ],
)
def test_a_marker_in_any_folder_above_tells_the_service(tmp_path: Path, marker: str, provider: SyncProvider) -> None:
    (tmp_path / "share" / "deep").mkdir(parents=True)
    (tmp_path / "share" / marker).touch()
    assert looks_synced(tmp_path / "share" / "deep" / "Practice.vshift", {}) is provider
    assert looks_synced(tmp_path / "beside", {}) is None


def test_the_settings_of_dropbox_in_the_home_do_not_make_the_whole_home_a_shared_folder(home: Path) -> None:
    (home / ".dropbox").mkdir()
    assert looks_synced(home / "Documents" / "Practice.vshift", {}) is None
    (home / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": str(home / "Box")}}))
    assert looks_synced(home / "Box" / "Practice.vshift", {}) is SyncProvider.DROPBOX
    assert looks_synced(home / "Documents" / "Practice.vshift", {}) is None


def test_the_folder_that_windows_names_for_onedrive_is_known(tmp_path: Path) -> None:
    known = {"OneDrive": str(tmp_path / "Cloud")}
    assert looks_synced(tmp_path / "Cloud" / "Practice.vshift", known) is SyncProvider.ONEDRIVE
    assert looks_synced(tmp_path / "Clouds" / "Practice.vshift", known) is None


def test_a_nextcloud_folder_of_any_name_is_found_in_its_configuration(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "Nextcloud"
    settings.mkdir(parents=True)
    (settings / "nextcloud.cfg").write_text(f"[Accounts]\n0\\Folders\\1\\localPath={tmp_path}/box/\n")
    known = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    assert looks_synced(tmp_path / "box" / "Practice.vshift", known) is SyncProvider.NEXTCLOUD
    assert looks_synced(tmp_path / "other" / "Practice.vshift", known) is None


def test_a_link_into_a_shared_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "real").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox" / "real")
    assert looks_synced(tmp_path / "link" / "Practice.vshift", {}) is SyncProvider.DROPBOX


@pytest.mark.parametrize("text", ["", "[1, 2]", "{", '{"personal": 7}', '{"personal": {"path": 3}}'])
def test_a_broken_configuration_is_passed_over(home: Path, text: str) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(text)
    assert looks_synced(home / "Documents", {}) is None


def test_second_versions_are_told_at_opening_and_left_alone(ready_vault: ReadyVault) -> None:
    name = "vault (conflicted copy).db"
    (ready_vault.folder / name).write_bytes(b"another")
    with ready_vault.open() as vault:
        (warning,) = vault.warnings
        assert (warning.kind, warning.names) == (WarningKind.CONFLICT_COPIES, (name,))
    assert contents(ready_vault)[name] == b"another"


def test_a_folder_that_cannot_be_listed_has_no_second_versions(tmp_path: Path) -> None:
    assert conflicts_in(tmp_path / "nowhere") == ()
