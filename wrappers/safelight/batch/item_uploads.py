"""Remembers the uploads of items under way, so that a crash costs no more than the parts that were on their way."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping

from safelight.batch.records import Item
from safelight.core.api.credentials import profiles_path
from safelight.core.transfers.upload_memory import UploadFolder
from safelight.errors import ConfigurationError

FOLDER = "batch-uploads"
"""Beside the profile file: what it holds opens the way to storage, as keys do to the vendor."""
LOGGER = logging.getLogger("safelight.batch")


class ItemUploads:
    """Keeps an item's uploads in a private folder until the item is bought or ended; see `UploadStore`.

    Without a folder that can be used, batches work all the same: an interrupted upload begins anew.

    Args:
        at_hand: The item that the calling code works for.
    """

    def __init__(self, at_hand: Callable[[], Item | None]) -> None:
        self._at_hand = at_hand
        self._keys: dict[str, set[str]] = {}
        self._lock = threading.Lock()
        self._told = False
        self._folder = self._opened()

    def load(self, key: str) -> Mapping[str, object] | None:
        entry = None if self._folder is None else self._folder.load(key)
        if entry is not None:
            self._remembered(key)
        return entry

    def save(self, key: str, entry: Mapping[str, object] | None) -> None:
        if self._folder is None or (entry is not None and not self._remembered(key)):
            return
        try:
            self._folder.save(key, entry)
        except OSError as error:
            self._tell(error)

    def ended(self, item: str) -> None:
        """Forget the uploads of an item, except files that other items under way send too."""
        with self._lock:
            mine = self._keys.pop(item, set[str]())
            others = set[str]().union(*self._keys.values())
        for key in mine - others:
            self.save(key, None)

    def _remembered(self, key: str) -> bool:
        """Note that the item at hand has an entry; whether there is such an item, which will end and remove it."""
        item = self._at_hand()
        if item is None:
            return False
        with self._lock:
            self._keys.setdefault(item.id, set()).add(key)
        return True

    def _opened(self) -> UploadFolder | None:
        try:
            folder = UploadFolder(profiles_path().with_name(FOLDER))
            folder.sweep(time.time())
        except (ConfigurationError, OSError, RuntimeError) as error:
            self._tell(error)
            return None
        return folder

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            LOGGER.warning("uploads are not remembered, so an interrupted one begins anew: %s", error)
