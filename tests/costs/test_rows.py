"""How purchases are added up."""

import pytest
from safelight.costs.entries import Entry
from safelight.costs.rows import rows_of

NOON = 1_795_780_800.0
"""Friday, 2026-11-27 12:00 UTC."""
WEEK = 7 * 86_400


def entry(vendor="pilio", *, source="/photos/a.jpg", at=NOON, state="bought", expected=2.0, amount=None):
    return Entry(
        "x",
        at,
        vendor,
        "remove_background",
        source=source,
        expected=expected,
        most=expected,
        state=state,
        amount=amount,
    )


@pytest.mark.parametrize("state", ["refused", "not charged"])
def test_what_was_certainly_not_charged_is_in_no_row(state):
    assert rows_of([entry(state=state)], "week") == []


def test_sums_name_what_they_leave_out():
    bought = [
        entry(),
        entry(expected=None),
        entry(state="charged", amount=5.0),
        entry(state="doubt"),
        entry(state="doubt", expected=None),
    ]
    (row,) = rows_of(bought, "vendor")
    assert (row.purchases, row.expected, row.unpriced) == (3, 4.0, 1)
    assert (row.charged, row.stated) == (5.0, 1)
    assert (row.doubt, row.doubt_most, row.doubt_unpriced) == (2, 2.0, 1)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("week", ["2026-W48", "2026-W49"]),
        ("operation", ["remove-background"]),
        ("folder", ["(no file)", "/photos", "https://a.example/b"]),
    ],
)
def test_groups(by, groups):
    entries = [entry(source=None), entry(), entry(source="https://a.example/b/c.jpg", at=NOON + WEEK)]
    assert [row.group for row in rows_of(entries, by)] == groups


def test_credits_of_two_vendors_are_not_added():
    assert [(row.vendor, row.expected) for row in rows_of([entry(), entry("claid")], "week")] == [
        ("claid", 2.0),
        ("pilio", 2.0),
    ]
