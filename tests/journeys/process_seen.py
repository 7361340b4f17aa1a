"""A process as others see it: how it was started, what it has loaded, holds open and remembers."""

from pathlib import Path


def command(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text().split("\0")[:-1]


def maps(pid: int) -> str:
    return Path(f"/proc/{pid}/maps").read_text()


def remembered(pid: int, secrets: dict[str, tuple[bytes, ...]]) -> set[str]:
    """Which secrets stand in what the process may write to: its heap, its stacks, its buffers."""
    found: set[str] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps(pid).splitlines():
            span, rights, *_rest = line.split()
            if not rights.startswith("rw") or "[v" in line:
                continue
            first, last = (int(part, 16) for part in span.split("-"))
            memory.seek(first)
            try:
                content = memory.read(last - first)
            except OSError:
                continue  # gone since the list was read
            found |= {name for name, forms in secrets.items() if any(form in content for form in forms)}
    return found


def holds_open(pid: int, folder: Path) -> bool:
    targets = [path.readlink() for path in Path(f"/proc/{pid}/fd").iterdir() if path.is_symlink()]
    return any(target.is_relative_to(folder) for target in targets)


def environment(pid: int) -> bytes:
    """Its environment, as any program of this user can read it."""
    return Path(f"/proc/{pid}/environ").read_bytes()
