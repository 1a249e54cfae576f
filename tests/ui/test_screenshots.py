from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]
PAGES = """
plan-details orders-list order-detail tickets messages preferences plan-open-order order-pending orders-empty
plan-basic-compare purchase-select purchase-confirm purchase-confirm-refused purchase-pay purchase-verify
purchase-verify-refused purchase-done change-downgrade change-confirm change-done change-upgrade renew unsubscribe
unsubscribe-refused unsubscribe-done sharing-single sharing-master sharing-member sharing-invitee plan-shared
plan-received plan-refund order-refund plan-expires-soon plan-grace plan-retention
""".split()


@pytest.mark.slow
def test_every_page_is_rendered_in_both_languages_and_themes_and_nobodys_data_is_touched(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "--demo", "--at", "2019-12-09T11:41:23+08:00"]
    command += ["--data-dir", str(tmp_path / "data"), "--screenshot", str(tmp_path / "pictures")]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, timeout=300, check=False
    )
    assert done.returncode == 0
    written = {path.stem for path in (tmp_path / "pictures").iterdir()}
    looks = [f"{theme}-{language}" for theme in ("light", "dark") for language in ("en", "zh_CN")]
    assert {f"{page}-{look}" for page in PAGES for look in looks} <= written
    assert {f"{page}-{look}-min1024" for page in PAGES for look in looks} <= written
    pictures = {look: QImage(str(tmp_path / "pictures" / f"plan-details-{look}.png")) for look in looks}
    assert {(picture.width(), picture.height()) for picture in pictures.values()} == {(1280, 800)}
    corners = {look: picture.pixelColor(2, 2).lightness() > 128 for look, picture in pictures.items()}
    assert corners == {look: look.startswith("light") for look in looks}
    assert pictures["light-en"] != pictures["light-zh_CN"]
    assert not list((tmp_path / "data").rglob("*.db"))


@pytest.mark.slow
def test_one_language_and_theme_can_be_asked_for(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "--demo", "--at", "2019-12-09T11:41:23+08:00", "--language", "zh_CN"]
    command += ["--theme", "dark", "--data-dir", str(tmp_path / "data"), "--screenshot", str(tmp_path / "pictures")]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, timeout=300, check=False
    )
    assert done.returncode == 0
    written = {path.stem for path in (tmp_path / "pictures").iterdir()}
    assert {f"{page}-dark-zh_CN" for page in PAGES} <= written
    assert not [name for name in written if "light" in name or "-en" in name]
