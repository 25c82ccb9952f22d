"""PicWish: the picture goes in the form that creates the task."""

from __future__ import annotations

from picwish_operations import AsyncPicWishMethods, Finished, PicWishMethods, PicWishOperations

from safelight.core.client import AsyncClient, SyncClient


class PicWish(PicWishOperations, SyncClient[Finished], PicWishMethods):
    """Client of PicWish. The key comes from ``PICWISH_API_KEY``, or a profile.

    It cuts out, enlarges, colours and repairs pictures.
    A method returns a task: ``picwish.remove_background("a.jpg").result().save("out/")``.
    """


class AsyncPicWish(PicWishOperations, AsyncClient[Finished], AsyncPicWishMethods):
    """Async client of PicWish. The key comes from ``PICWISH_API_KEY``, or a profile.

    Like `PicWish`, for one event loop: ``task = await picwish.remove_background("a.jpg")``, then ``await task.result()``.
    """
