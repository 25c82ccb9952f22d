"""Makes the toolchain, the generated packages and this folder's own helpers importable."""

import importlib.util
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]

for folder in (REPOSITORY / "specs", Path(__file__).parent):
    sys.path.insert(0, str(folder))

if importlib.util.find_spec("pilio_api") is None:  # not installed: take the packages from the repository
    sys.path.insert(0, str(REPOSITORY / "generated"))
