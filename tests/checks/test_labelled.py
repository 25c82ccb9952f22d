"""How often the checks are right: counted over a labelled set, of which two photographs were never tuned on."""

import sys
from collections import Counter

import pytest
from labelled import HELD_OUT, TUNED_ON, samples
from safelight.checks import check_files
from safelight.vendors import vendor_of

pytestmark = pytest.mark.integration

FALSE_ALARMS, FOUND = 0.02, 0.95


@pytest.mark.timeout(3600)  # hundreds of pictures: half a minute of work, and longer beside other tests
@pytest.mark.parametrize(
    ("names", "seed", "rounds"), [(TUNED_ON, 2, 1), (HELD_OUT, 7, 2)], ids=["tuned", "held out"]
)
def test_few_false_alarms_and_nearly_all_found(
    names: tuple[str, ...], seed: int, rounds: int, capsys: pytest.CaptureFixture[str]
) -> None:
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for sample in samples(names, seed, rounds):
        method = vendor_of(sample.vendor).facts.methods[sample.operation]
        files = [(sample.label, sample.result)]
        verdict = check_files(method, files, arguments=sample.arguments, source=sample.source)
        kind = sample.kind or "good"
        count[kind] += 1
        if (sample.kind in verdict.reasons) if sample.kind else not verdict.suspect:
            right[kind] += 1
        else:
            wrong.append(f"  {kind}, {sample.how}: {verdict} {dict(verdict.figures)}")
    spoilt, found = count.total() - count["good"], right.total() - right["good"]
    alarms = count["good"] - right["good"]
    lines = [
        f"{', '.join(names)}: {alarms} false alarms of {count['good']} good, {found} found of {spoilt} spoilt",
        "  " + ", ".join(f"{kind} {right[kind]}/{count[kind]}" for kind in sorted(count)),
        *wrong,
    ]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert alarms <= FALSE_ALARMS * count["good"]
    assert found >= FOUND * spoilt
    assert all(right[kind] >= 0.85 * count[kind] for kind in count), "every kind is found"
