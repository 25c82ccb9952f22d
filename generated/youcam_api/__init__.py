"""A client library for accessing YouCam API"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import Client as Client

__all__ = ("Client",)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name != "Client":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from .client import Client

        return Client
