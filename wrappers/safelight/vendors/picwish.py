"""PicWish: the picture goes in the form that creates the task."""

from __future__ import annotations

from picwish_operations import Finished, PicWishOperations

from safelight.core.client import AsyncClient, SyncClient, documented


class PicWish(PicWishOperations, SyncClient[Finished]):
    __doc__ = documented("Client of PicWish. The key comes from ``PICWISH_API_KEY``.", SyncClient)


class AsyncPicWish(PicWishOperations, AsyncClient[Finished]):
    __doc__ = documented("Async client of PicWish. The key comes from ``PICWISH_API_KEY``.", AsyncClient)
