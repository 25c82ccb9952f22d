"""Uploads by themselves, as Pilio's operations make them before they buy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from safelight import PilioOptions
from safelight.core.flow.effects import Flow
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.uploads import use_files
from safelight.vendors.pilio_files import finish, register

from support.clients import api_of


def uploaded(pilio: Any, files: Sequence[Prepared]) -> Flow[list[str]]:
    """Send files at the same time; their ids."""
    api, options = api_of(pilio), PilioOptions()
    return use_files(
        api, "", files, partial(register, api, options), partial(finish, api, options), themselves
    )


def themselves(ids: list[str]) -> Flow[list[str]]:
    return ids
    yield
