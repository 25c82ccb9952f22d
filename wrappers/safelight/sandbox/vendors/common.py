"""What several vendors share: dates, files kept for an account."""

from dataclasses import dataclass
from datetime import UTC, datetime

from safelight.sandbox.call import Call
from safelight.sandbox.storage import StoredObject


@dataclass(slots=True)
class FileRecord:
    """A file that an account announced; its bytes arrive at `key` of the object store, or have."""

    account: str
    key: str
    created: float
    upload_id: str = ""

    def stored(self, call: Call) -> StoredObject | None:
        """Return the uploaded object, or None while it is not there."""
        return call.world.storage.find(self.key)


class Files:
    """The announced files of a vendor by id, each known for `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._records: dict[str, FileRecord] = {}

    def add(self, call: Call, file_id: str, key: str) -> FileRecord:
        """Return the caller's file of an id, which from now on is known."""
        record = FileRecord(call.account, key, call.world.clock.now())
        return self._records.setdefault(file_id, record)

    def find(self, call: Call, file_id: str) -> FileRecord | None:
        """Return a file of the caller, or None."""
        record = self._records.get(file_id)
        return record if record is not None and record.account == call.account else None

    def sweep(self, now: float) -> None:
        """Forget the files whose time is over."""
        oldest = now - self._seconds
        self._records = {name: file for name, file in self._records.items() if file.created >= oldest}


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
