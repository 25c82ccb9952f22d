"""The tables of batches."""

from __future__ import annotations

import json

import sqlalchemy as sa

AS_JSON = "safelight-json:"
"""Begins the columns whose text is kept as JSON."""

METADATA = sa.MetaData(schema="batch")


class AnyText(sa.TypeDecorator[str]):
    """Text that may hold what a database takes for none: names that are not UTF-8, and NUL. Such text is kept as JSON."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Text as the database keeps it."""
        if value is None or ("\0" not in value and is_text(value) and not value.startswith(AS_JSON)):
            return value
        return AS_JSON + json.dumps(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Text as it was given."""
        if value is None or not value.startswith(AS_JSON):
            return value
        return str(json.loads(value.removeprefix(AS_JSON)))


def is_text(value: str) -> bool:
    """Whether a name is Unicode: Python stands surrogates for the bytes of one that is not UTF-8."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


BATCHES = sa.Table(
    "batches",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("created", sa.Float, nullable=False),
    sa.Column("settings", sa.Text, nullable=False),
    sa.Column("first", sa.BigInteger, nullable=False),
    sa.Column("listed", sa.Boolean, nullable=False),
    sa.Column("total", sa.BigInteger, nullable=False),
    sa.Column("enqueued", sa.BigInteger, nullable=False),
    sa.Column("cap", sa.Float),
    sa.Column("spent", sa.Float, nullable=False),
)
"""`first` is the priority of the first item, `enqueued` how many items have their workflow, `spent` credits committed."""

ITEMS = sa.Table(
    "items",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("batch", sa.Text, nullable=False),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("vendor", sa.Text, nullable=False),
    sa.Column("operation", sa.Text, nullable=False),
    sa.Column("profile", sa.Text),
    sa.Column("source", AnyText, nullable=False),
    sa.Column("options", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("intent", sa.Text),
    sa.Column("intent_operation", sa.Text),
    sa.Column("request_key", sa.Text),
    sa.Column("token", sa.Text),
    sa.Column("credits", sa.Float),
    sa.Column("bought", sa.Float),
    sa.Column("finished", sa.Float),
    sa.Column("error_kind", sa.Text),
    sa.Column("error", AnyText),
    sa.Column("files", sa.Text),
    sa.Column("flight", sa.Text),
    sa.Index("items_batch_state", "batch", "state"),
    sa.Index("items_batch_number", "batch", "number", unique=True),
    sa.Index("items_batch_target", "batch", "target", unique=True),
    sa.Index(
        "items_flight",
        "flight",
        sqlite_where=sa.text("flight IS NOT NULL"),
        postgresql_where=sa.text("flight IS NOT NULL"),
    ),
)
"""`intent` names the attempt that was about to buy, `bought` and `finished` are seconds since the epoch, `flight` names
what a task counts for while it is in flight."""

REPLACED = ITEMS.c.target == ITEMS.c.id
"""Items of a sync whose result gives way to that of a re-shot picture, or was deleted: there is nothing to look at."""

CONTENTS = sa.Table(
    "contents",
    METADATA,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("modified", sa.BigInteger),
    sa.Column("digest", sa.Text, nullable=False),
)
"""The file that an item was bought from: `modified` in nanoseconds since the epoch, `digest` the hash of its bytes."""

OTHERS = sa.Table(
    "other_contents",
    METADATA,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("modified", sa.BigInteger),
    sa.Column("digest", sa.Text, nullable=False),
)
"""The same of all files together that an item was bought with besides its source, such as a mask."""

CHECKS = sa.Table(
    "checks",
    METADATA,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("batch", sa.Text, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("suspect", sa.Boolean, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Index("checks_batch_suspect", "batch", "suspect"),
)
"""What the check of an item's result found, as JSON; of the `attempt` that made the result."""

DECISIONS = sa.Table(
    "decisions",
    METADATA,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("batch", sa.Text, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("choice", sa.Text, nullable=False),
    sa.Column("vendor", sa.Text),
    sa.Column("options", sa.Text),
    sa.Index("decisions_batch", "batch"),
)
"""What a person decided about the result of an `attempt`; `vendor` and `options` are those that it is bought with again."""

TRIED = sa.Table(
    "tried",
    METADATA,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("attempt", sa.Integer, primary_key=True),
    sa.Column("batch", sa.Text, nullable=False),
    sa.Column("vendor", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("error_kind", sa.Text),
    sa.Column("error", AnyText),
    sa.Column("verdict", sa.Text),
    sa.Column("files", sa.Text),
    sa.Column("token", sa.Text),
    sa.Column("credits", sa.Float),
    sa.Column("bought", sa.Float),
    sa.Index("tried_batch", "batch"),
)
"""Vendors of a route that did not deliver; all after `error` is of a result that was paid for and failed its check."""

WORKERS = sa.Table(
    "workers",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("life", sa.Text, nullable=False),
    sa.Column("session", sa.BigInteger, nullable=False),
    sa.Column("beat", sa.Float, nullable=False),
)
"""Live workers on PostgreSQL: `session` is the server's process that holds the worker's advisory lock."""

REQUESTS = sa.Table(
    "requests",
    METADATA,
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
    sa.Index("requests_scope_at", "scope", "at"),
)
"""Calls sent of late, for the request rates that all workers share."""
