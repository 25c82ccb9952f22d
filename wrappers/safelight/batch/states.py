"""The states of an item."""

from __future__ import annotations

from typing import Literal, TypeAlias

State: TypeAlias = Literal[
    "waiting", "buying", "bought", "done", "failed", "doubt", "held", "cancelled", "rejected"
]
"""``buying``: the intent is written and no answer is. ``held``: a cap or the account stopped the purchase.
``rejected``: a person turned the result down; it is kept, but not with the others."""

UNFINISHED: tuple[State, ...] = ("waiting", "buying", "bought")
UNBOUGHT: tuple[State, ...] = ("waiting", "held")
FINAL: tuple[State, ...] = ("done", "failed", "doubt", "held", "cancelled", "rejected")
RETRIED: tuple[State, ...] = ("failed", "held")
