"""The files that come with the app: fonts, icons, themes, templates, instruments."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _resources() -> Path:
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def asset(*parts: str) -> Path:
    """Where a file or folder of `resources` lies, in a checkout or an installed app; FileNotFoundError if nowhere."""
    path = _resources().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def asset_text(*parts: str) -> str:
    """The text of one file of `resources`."""
    return asset(*parts).read_text(encoding="utf-8")


def assets_in(*folder: str, suffix: str) -> tuple[Path, ...]:
    """The files with this suffix (such as ".json") in one folder of `resources`, by name; none without the folder."""
    return tuple(sorted(_resources().joinpath(*folder).glob(f"*{suffix}")))
