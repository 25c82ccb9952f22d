from enum import StrEnum
from typing import Self


class TaskStatus(StrEnum):
    ERROR = "error"
    RUNNING = "running"
    SUCCESS = "success"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNRECOGNIZED"
        member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
