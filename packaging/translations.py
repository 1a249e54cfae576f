"""Keeps the translations of the window: resources/i18n/supportplan_<code>.ts, and the .qm compiled from them.

python packaging/translations.py update    collects the words of the source into the .ts files
python packaging/translations.py release   compiles the .ts files; commit both

Needs the packages of the project. English is the source; its file holds plural forms only.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "supportplan_desktop"
FOLDER = ROOT / "resources" / "i18n"
CHINESE = "supportplan_zh_CN.ts"
ENGLISH = "supportplan_en.ts"

_PLURAL = re.compile(
    r"(<source>)(?P<source>[^<]*)(</source>(?:(?!</message>).)*?<translation) type=\"unfinished\">(\s*)"
    r"<numerusform></numerusform>\s*<numerusform></numerusform>",
    re.DOTALL,
)


def main(arguments: list[str]) -> int:
    """Carry out one command; the answer is the exit code."""
    commands = {"update": update, "release": release}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__)
        return 2
    commands[arguments[0]](FOLDER)
    return 0


def sources() -> list[Path]:
    """The files that may hold visible words."""
    return [PACKAGE / "app.py", *sorted((PACKAGE / "ui").rglob("*.py"))]


def update(folder: Path) -> None:
    """Bring the .ts files of the folder up to the source: new words unfinished, vanished ones gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, options in ((CHINESE, []), (ENGLISH, ["-pluralonly", "-target-language", "en_US"])):
        files = [path for path in sources() if path.exists()]
        fixed = ["-no-obsolete", "-locations", "none", "-source-language", "en_US", "-silent"]
        _tool("lupdate", *files, "-ts", folder / name, *fixed, *options)
    english = folder / ENGLISH
    english.write_text(_PLURAL.sub(_both_forms, english.read_text("utf-8")), "utf-8", newline="\n")


def release(folder: Path, into: Path | None = None) -> None:
    """Compile every .ts file of the folder to a .qm beside it, or into another folder."""
    for path in sorted(folder.glob("*.ts")):
        _tool("lrelease", path, "-qm", (into or folder) / f"{path.stem}.qm", "-silent")


def _both_forms(message: re.Match[str]) -> str:
    """Singular and plural of a source such as "%n day(s)"; one without "(s)" reads the same in both."""
    before, source, between, space = message.group(1, 2, 3, 4)
    one, many = source.replace("(s)", ""), source.replace("(s)", "s")
    forms = f"<numerusform>{one}</numerusform>{space}<numerusform>{many}</numerusform>"
    return f"{before}{source}{between}>{space}{forms}"


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run([Path(sysconfig.get_path("scripts")) / f"pyside6-{name}", *arguments], check=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
