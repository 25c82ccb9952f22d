"""``python -m builder`` builds the site into ``site/``; ``python -m builder serve`` shows it and follows the pages."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from builder import links, pages
from builder.pictures import Shown

ZENSICAL = [sys.executable, "-m", "zensical"]


def main(arguments: list[str]) -> int:
    shown = pages.make_pictures()
    pages.stage(shown)
    if arguments[:1] == ["serve"]:
        follow = threading.Thread(target=_follow, args=(shown,), daemon=True)
        follow.start()
        return subprocess.run([*ZENSICAL, "serve", *arguments[1:]], cwd=pages.ROOT, check=False).returncode
    done = subprocess.run([*ZENSICAL, "build", "--clean", "--strict"], cwd=pages.ROOT, check=False)
    broken = [] if done.returncode else links.broken(pages.ROOT / "site")
    for line in broken:
        print("leads nowhere:", line, file=sys.stderr)
    return done.returncode or bool(broken)


def _follow(shown: dict[tuple[str, str], Shown]) -> None:
    """Lay the pages out again when one changes."""
    seen = _newest(pages.DOCS)
    while True:
        time.sleep(0.5)
        newest = _newest(pages.DOCS)
        if newest != seen:
            seen = newest
            pages.stage(shown)


def _newest(folder: Path) -> float:
    return max(path.stat().st_mtime for path in folder.rglob("*.*"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
