"""The operations of one tag, each a module with the pure functions `_get_kwargs` and `_parse_response`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import delete_task as delete_task
    from . import get_credit_history as get_credit_history
    from . import get_credits as get_credits
    from . import get_feature_costs as get_feature_costs

__all__ = (
    "delete_task",
    "get_credit_history",
    "get_credits",
    "get_feature_costs",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
