"""The clients of Acme, a made-up vendor."""

from __future__ import annotations

from acme_operations import AcmeMethods, AcmeOperations, AsyncAcmeMethods, Finished
from safelight.core.client import AsyncClient, SyncClient


class Acme(AcmeOperations, SyncClient[Finished], AcmeMethods):
    """Client of Acme. The key comes from ``ACME_API_KEY``."""


class AsyncAcme(AcmeOperations, AsyncClient[Finished], AsyncAcmeMethods):
    """Async client of Acme. The key comes from ``ACME_API_KEY``."""
