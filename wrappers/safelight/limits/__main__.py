"""``python -m safelight.limits``: the page of the documentation, made from the facts."""

from __future__ import annotations

import sys

from safelight.limits import UNSTATED, markdown
from safelight.vendors import vendors

INTRODUCTION = f"""\
# Limits and prices

What each operation takes and costs, by the vendors' documents. Formats, bytes and pixels are checked before anything is
sent. {UNSTATED}

Credits are the price of one task. "At most" is the highest price, where it depends on the picture or the account. A guess
is the price of a similar operation.

`safelight limits` prints these tables, and `safelight limits pilio upscale --json` one operation for programs. In Python,
`task.credits` and `result.credits` have a task's price, `expected` and `most`; they are `None` where it is unknown. No
vendor states in a task's answers what it charged.

This page is generated: `python -m safelight.limits > docs/limits.md`.
"""


def page() -> str:
    """The page, as Markdown."""
    own = [vendor.facts for vendor in vendors().values()]
    return "\n".join([INTRODUCTION, *(f"{markdown(facts)}\n" for facts in own)])


if __name__ == "__main__":
    sys.stdout.write(page())
