import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from supportplan_desktop.backends.vaults import FileVault
from supportplan_desktop.domain.errors import StoreUnavailable


def test_the_key_stays_the_same(tmp_path: Path) -> None:
    key = FileVault(tmp_path / "codes.key").code_key()
    assert len(key) == 32
    assert FileVault(tmp_path / "codes.key").code_key() == key


def test_two_windows_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: FileVault(tmp_path / "codes.key").code_key(), range(32)))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["codes.key"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    FileVault(tmp_path / "codes.key").code_key()
    assert stat.S_IMODE((tmp_path / "codes.key").stat().st_mode) == 0o600


def test_a_damaged_key_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "codes.key").write_bytes(b"short")
    with pytest.raises(StoreUnavailable) as refused:
        FileVault(tmp_path / "codes.key").code_key()
    assert "codes.key" in str(refused.value.facts["detail"])


def test_a_folder_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        FileVault(tmp_path / "gone" / "codes.key").code_key()
