"""The states of an item."""

from __future__ import annotations

from typing import Literal, TypeAlias

State: TypeAlias = Literal["waiting", "buying", "bought", "done", "failed", "doubt", "held", "cancelled"]
"""``buying``: the intent is written and no answer is. ``held``: a cap or the account stopped the purchase."""

UNFINISHED: tuple[State, ...] = ("waiting", "buying", "bought")
UNBOUGHT: tuple[State, ...] = ("waiting", "held")
FINAL: tuple[State, ...] = ("done", "failed", "doubt", "held", "cancelled")
RETRIED: tuple[State, ...] = ("failed", "held")
