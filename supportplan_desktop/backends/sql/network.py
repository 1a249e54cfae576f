"""Whether a folder lies on a network: SQLite's write-ahead log needs memory shared with all who use the file."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_MOUNTS = Path("/proc/self/mounts")
_NETWORKS = frozenset({"afs", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})


def network_of(path: Path) -> str | None:
    """The kind of network a path lies on, None for a local disk or where the system does not say."""
    resolved = path.resolve()
    if resolved.drive.startswith("\\\\"):  # Windows resolves a mapped drive to the share
        return "share"
    return network_among(_MOUNTS.read_text("utf-8"), resolved) if _MOUNTS.exists() else None


def network_among(mounts: str, path: Path) -> str | None:
    """The same by a list of mounts as Linux writes it: device, folder and kind, a blank in a name as octal 040."""
    found = ""
    depth = -1
    for line in mounts.splitlines():
        _, folder, kind, *_ = line.split(" ")
        place = PurePosixPath(folder.replace(r"\040", " "))
        if path.is_relative_to(place) and len(place.parts) >= depth:
            found, depth = kind, len(place.parts)
    return found if found in _NETWORKS else None
