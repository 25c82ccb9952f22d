"""The workflow of one item: buy, then collect. Replayed after a crash from the step that was not recorded."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from dbos import DBOS

from safelight.batch.engine import WORKFLOW, own_registry

if TYPE_CHECKING:
    from safelight.batch.processing import Processing

_processing: Processing | None = None


def serve(processing: Processing | None) -> None:
    """Name what runs the steps in this process; the engine knows workflows by name alone."""
    global _processing  # noqa: PLW0603 - the engine itself is one a process
    _processing = processing


async def _served() -> Processing:
    if _processing is None:  # this process is ending: whoever resumes the item runs the step
        await asyncio.Event().wait()
    return cast("Processing", _processing)


with own_registry():

    @DBOS.step(name="safelight.buy", retries_allowed=False)
    async def buy(item: str, attempt: int) -> str:
        """Upload, write the intent down, create; the state after it."""
        return await (await _served()).buy(item, attempt)

    @DBOS.step(name="safelight.collect", retries_allowed=False)
    async def collect(item: str, attempt: int) -> str:
        """Poll until the task is finished, save its files; the state after it."""
        return await (await _served()).collect(item, attempt)

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
    async def process(item: str, attempt: int) -> str:
        """What becomes of an item."""
        state = await buy(item, attempt)
        return await collect(item, attempt) if state == "bought" else state
