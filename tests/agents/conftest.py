"""Fixtures of the tests of agents."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "batch"))  # for its sandbox in a process of its own
