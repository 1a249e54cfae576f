"""What the first window does not need it does not load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = "sqlalchemy alembic keyring httpx2 pydantic fastapi".split()

SCRIPT = """
import sys
from supportplan_desktop import app
from supportplan_desktop.ui.main_window import MainWindow

class Watched(MainWindow):
    def begin(self):
        print(*sorted(sys.modules), sep="\\n")
        self.close()

app.MainWindow = Watched
sys.exit(app.main(["--demo", "--data-dir", sys.argv[1]]))
"""


def test_at_the_first_paint_no_heavy_library_is_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = done.stdout.split()
    assert "supportplan_desktop.ui.main_window" in loaded
    assert not set(loaded) & {*HEAVY, "supportplan_desktop.bootstrap"}
