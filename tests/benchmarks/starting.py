"""What costs time before the first call: imports, the command line, clients, decoding."""

from __future__ import annotations

import sys

from benchmarks.rows import Command, Row

IMPORT_HTTPX = Command([sys.executable, "-c", "import httpx"], "cpu")

ROWS = [
    Row(
        "import-package",
        "`import safelight`, over `import httpx`",
        Command([sys.executable, "-c", "import safelight"], "cpu"),
        IMPORT_HTTPX,
        at_most=0.1,
        rounds=9,
    ),
    Row(
        "import-client",
        "`from safelight import Pilio`, over `import httpx`",
        Command([sys.executable, "-c", "from safelight import Pilio"], "cpu"),
        IMPORT_HTTPX,
        at_most=1.15,
        rounds=9,
    ),
]
