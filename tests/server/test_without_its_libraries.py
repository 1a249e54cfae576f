"""An installation without the extra "server", which still brings the program's name."""

from __future__ import annotations

import subprocess
import sys

WITHOUT = """
import sys
sys.modules["jwt"] = None
from supportplan_desktop.server.program import main
sys.exit(main(["serve"]))
"""


def test_a_server_without_its_libraries_says_what_to_install() -> None:
    told = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)

    assert told.stderr == "supportplan-server: jwt is not installed: install supportplan-desktop[server]\n"
    assert told.returncode == 4
