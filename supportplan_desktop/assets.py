"""Where the files of `resources/` are, in a wheel, a checkout, an editable install and a frozen build (DESIGN 6)."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a file or folder below `resources/`, e.g. `catalogue/policy.json`; FileNotFoundError.

    A wheel and a frozen build carry the folder inside the package; in a checkout it stands beside the package.
    """
    for root in (_PACKAGE, _PACKAGE.parent):
        path = root / "resources" / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{name} is missing from this installation")
