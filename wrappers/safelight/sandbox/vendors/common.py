"""What several vendors share: dates, files kept for an account."""

from dataclasses import dataclass
from datetime import UTC, datetime

from safelight.sandbox.call import Call
from safelight.sandbox.storage import StoredObject


@dataclass(slots=True)
class FileRecord:
    """A file that an account announced; its bytes arrive at `key` of the object store, or have."""

    id: str
    account: str
    name: str
    key: str
    created: float
    upload_id: str = ""

    def stored(self, call: Call) -> StoredObject | None:
        """Return the uploaded object, or None while it is not there."""
        return call.world.storage.find(self.key)


def iso_time(moment: float) -> str:
    """Return a time as ISO 8601 in UTC with a `Z`."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def iso_time_offset(moment: float) -> str:
    """Return a time as ISO 8601 with microseconds and a numeric offset."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="microseconds")


def extension_of(name: str) -> str:
    """Return the extension of a file name in lower case, without the dot."""
    _, dot, extension = name.rpartition(".")
    return extension.lower() if dot else ""


def stem_of(name: str) -> str:
    """Return a file name without its extension."""
    stem, dot, _ = name.rpartition(".")
    return stem if dot else name
