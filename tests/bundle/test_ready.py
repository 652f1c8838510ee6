"""The same bundle gives the same bytes, whatever the surroundings."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.bundle.sample import FILES
from wizard.bundle.writing import write_bundle

PROGRAM = """
import sys
from pathlib import Path
from tests.bundle.sample import FILES
from wizard.bundle.writing import write_bundle
write_bundle(FILES, Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("variables", "umask"),
    [({"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}, 0o077), ({"PYTHONUTF8": "0", "LANG": "tr_TR"}, 0)],
)
def test_a_zip_has_the_same_bytes_everywhere(tmp_path: Path, variables: dict[str, str], umask: int) -> None:
    """Neither clock, zone, locale, folder, umask nor hash seed shows in a zip."""
    write_bundle(FILES, tmp_path / "here.zip")
    root = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "elsewhere/there.zip")],
        check=True,
        cwd=root,
        env=os.environ | variables,
        umask=umask,
    )
    assert (tmp_path / "elsewhere/there.zip").read_bytes() == (tmp_path / "here.zip").read_bytes()


def test_a_zip_lists_its_files_in_order_with_plain_permissions(tmp_path: Path) -> None:
    """Whoever unpacks it gets files that their owner may write and all may read, of no particular day."""
    write_bundle(tuple(reversed(FILES)), tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as found:
        entries = found.infolist()
    assert [entry.filename for entry in entries] == sorted(file.path for file in FILES)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.create_system for entry in entries} == {3}
