"""Print the processor seconds that a statement takes in a fresh interpreter: python import_time.py STATEMENT."""

from __future__ import annotations

import sys
import time

if __name__ == "__main__":
    statement = compile(sys.argv[1], "<statement>", "exec")
    began = time.process_time()
    exec(statement)  # noqa: S102 - that of the benchmark
    print(time.process_time() - began)
