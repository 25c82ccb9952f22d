"""Code blocks of the documentation. ``python -m support.pages FOLDER`` writes those that are to be type-checked."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
FENCE = re.compile(r"^( *)```([^\n]*)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
KINDS = ("runnable", "pytest", "recipe", "untested")
"""Words after ``python`` or ``sh``: run as it stands, run by pytest, run by a test of its own, or the code of others.

A block without such a word is type-checked.
"""


@dataclass(frozen=True)
class Block:
    page: Path
    line: int
    info: str
    code: str

    @property
    def words(self) -> list[str]:
        """What follows the language."""
        return self.info.split()[1:]

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(language: str, word: str | None = None) -> list[Block]:
    """The blocks of a language: all, or those with a word."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in FENCE.finditer(text):
            indent, info, code = match.groups()
            if info.split()[:1] == [language]:
                plain = "".join(line.removeprefix(indent) for line in code.splitlines(keepends=True))
                found.append(Block(page, text.count("\n", 0, match.start()) + 1, info, plain))
    return [block for block in found if word is None or word in block.words]


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.py"):
        old.unlink()
    for block in blocks("python"):
        if "untested" not in block.words:
            name = re.sub(r"\W", "_", str(block))
            # Names and lines of the page, so that a complaint leads there.
            (folder / f"{name}.py").write_text("\n" * block.line + block.code, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
