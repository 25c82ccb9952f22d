"""The clients of Acme, a made-up vendor."""

from __future__ import annotations

from acme_operations import AcmeOperations, Finished
from safelight.core.client import AsyncClient, SyncClient, documented


class Acme(AcmeOperations, SyncClient[Finished]):
    __doc__ = documented("Client of Acme. The key comes from ``ACME_API_KEY``.", SyncClient)


class AsyncAcme(AcmeOperations, AsyncClient[Finished]):
    __doc__ = documented("Async client of Acme. The key comes from ``ACME_API_KEY``.", AsyncClient)
