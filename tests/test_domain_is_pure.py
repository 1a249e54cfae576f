"""What is true needs nothing but the standard library (and itself)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "supportplan_desktop"
DOMAIN = Path(__file__).resolve().parent.parent / PACKAGE / "domain"


def imported(source: str) -> Iterator[str]:
    """Dotted names of the modules that `source` imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{PACKAGE}.domain" if node.level else node.module or ""


@pytest.mark.parametrize("path", sorted(DOMAIN.rglob("*.py")), ids=lambda path: path.relative_to(DOMAIN).as_posix())
def test_a_domain_module_imports_only_the_standard_library_and_the_domain(path: Path) -> None:
    foreign = [
        name
        for name in imported(path.read_text(encoding="utf-8"))
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith(f"{PACKAGE}.domain.")
    ]

    assert foreign == []
