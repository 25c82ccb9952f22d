"""A vendor's statement: its columns and values, and which charges belong to which purchases."""

import pytest
from safelight.costs.entries import Entry
from safelight.costs.statement import Charge, read_statement, reconcile
from safelight.errors import ConfigurationError

NOON = 1_795_780_800.0
"""2026-11-27 12:00 UTC."""
NONE = {"date": None, "id": None, "amount": None}


def entry(name, state="bought", *, at=NOON, task=None, expected=2.0, most=2.0):
    return Entry(name, at, "pilio", "upscale", expected=expected, most=most, state=state, task=task)


@pytest.fixture
def read(tmp_path):
    """Reads a statement of this text."""

    def reading(text, date_format=None, **columns):
        path = tmp_path / "statement.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_statement(str(path), {**NONE, **columns}, date_format)

    return reading


def matched(entries, charges, *, within=600.0, since=None, until=None):
    return reconcile(entries, charges, within=within, since=since, until=until)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Task ID,Credits\n2026-11-27T12:00:00Z,17,2\n",
        "\ufeffCreated at;task_id;Amount (credits)\r\n2026-11-27 12:00:00;17;2,0\r\n",
        "timestamp\ttask\tcost\n1795780800\t17\t-2 credits\n",
        "timestamp,task,cost\n1795780800000,17,2.00\n",
        "time,id,charged,note\n2026-11-27T13:00:00+01:00,17,2,'a,b'\n\n",
    ],
)
def test_columns_are_found_by_their_headers(read, text):
    (charge,) = read(text)
    assert (charge.at, charge.task, charge.amount, charge.whole_day) == (NOON, "17", 2.0, False)


def test_columns_and_dates_can_be_named(read):
    text = "Zeit,Nr,Preis,Credits\n27.11.2026,17,2,99\n"
    (charge,) = read(text, "%d.%m.%Y", date="Zeit", id="Nr", amount="Preis")
    assert (charge.at, charge.task, charge.amount, charge.whole_day) == (NOON - 43_200, "17", 2.0, True)


def test_a_refund_takes_from_its_task(read):
    charges = read("id,credits\n1,-2\n2,-3\n1,2\ntop-up,\n3,-1\n")
    assert {charge.task: charge.amount for charge in charges} == {"1": 0.0, "2": 3.0, "3": 1.0}


@pytest.mark.parametrize(
    ("text", "amount"), [("1,234", 1234), ("1,234.5", 1234.5), ("0,5", 0.5), ("\u22122", 2), ("$3", 3)]
)
def test_amounts(read, text, amount):
    assert read(f'id;credits\n1;"{text}"\n')[0].amount == amount


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        ("a,b\n1,2\n", {}, "no column of amount is found among a and b: name it with --amount-column"),
        ("a,credits\n1,2\n", {}, "--id-column or --date-column"),
        ("id,credits\n1,2\n", {"amount": "Preis"}, "no column 'Preis'; it has id and credits"),
        ("id,credits\n1,much\n", {}, "line 2: 'much' is not an amount"),
        ("date,credits\n1/2/2026,3\n", {}, "line 2: '1/2/2026' is not a date .* --date-format"),
        ("", {}, "no column"),
        (b"\xff\xfe\x00", {}, "not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_named(read, text, columns, said):
    with pytest.raises(ConfigurationError, match=said):
        read(text, **columns)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match="cannot read the statement"):
        read_statement(str(tmp_path / "none.csv"), NONE, None)


def test_purchases_match_by_task_and_those_in_doubt_by_time_and_price():
    entries = [entry("a", task="1"), entry("b", "doubt"), entry("c", task="3"), entry("r", "refused")]
    charges = [Charge(2, 2.0, NOON, "1"), Charge(3, 2.0, NOON + 5, "2"), Charge(4, 9.0, NOON + 60, "9")]
    found = matched(entries, charges)
    assert [(one.id, charge.line) for one, charge in found.matched] == [("a", 2), ("b", 3)]
    assert [charge.line for charge in found.unknown] == [4]
    assert [one.id for one in found.missing] == ["c"]


@pytest.mark.parametrize(
    ("charge", "fits"),
    [
        (Charge(2, 2.0, NOON + 599), True),
        (Charge(2, 2.0, NOON + 601), False),
        (Charge(2, 3.0, NOON), True),
        (Charge(2, 7.0, NOON), False),
        (Charge(2, 2.0, NOON - 43_200, None, whole_day=True), True),
        (Charge(2, 2.0, NOON - 43_200 - 86_400, None, whole_day=True), False),
        (Charge(2, 2.0, None), False),
    ],
)
def test_a_doubt_is_settled_only_by_a_charge_that_is_like_it(charge, fits):
    assert bool(matched([entry("a", "doubt", most=6.0)], [charge]).matched) is fits


def test_each_charge_settles_one_doubt_the_nearest():
    doubts = [entry("a", "doubt"), entry("b", "doubt", at=NOON + 100), entry("c", "doubt", at=NOON + 200)]
    found = matched(doubts, [Charge(2, 2.0, NOON + 90), Charge(3, 2.0, NOON + 201)])
    assert {one.id: charge.line for one, charge in found.matched} == {"b": 2, "c": 3}


def test_a_price_that_nobody_publishes_fits_any_charge():
    assert matched([entry("a", "doubt", expected=None, most=None)], [Charge(2, 7.0, NOON)]).matched


def test_a_statement_says_nothing_of_other_times():
    doubts = [entry("before", "doubt", at=NOON - 9999), entry("within", "doubt", at=NOON + 5000)]
    charges = [Charge(2, 5.0, NOON), Charge(3, 5.0, NOON + 9000)]
    found = matched(doubts, charges)
    assert ([one.id for one in found.missing], [one.id for one in found.unsettled]) == (
        ["within"],
        ["before"],
    )
    found = matched(doubts, charges, since=NOON - 86_400)
    assert [one.id for one in found.missing] == ["before", "within"]
    assert matched(doubts, [Charge(2, 5.0, None, "7")]).missing == [], "without dates, no period is known"


@pytest.mark.parametrize(
    ("doubt", "charges"),
    [
        (NOON + 8999, [Charge(2, 5.0, NOON), Charge(3, 5.0, NOON + 9000)]),
        (NOON + 5000, [Charge(2, 5.0, NOON), Charge(3, 2.0, NOON + 60), Charge(4, 5.0, NOON + 9000)]),
    ],
    ids=["its charge may be in the next statement", "an unknown charge may be its own"],
)
def test_a_doubt_is_not_settled_as_not_charged_where_it_may_have_been(doubt, charges):
    found = matched([entry("a", "doubt", at=doubt)], charges)
    assert (found.missing, [one.id for one in found.unsettled]) == ([], ["a"])
