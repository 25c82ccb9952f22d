"""Results that lie among the sources are not bought as such, and links list no picture twice."""

import shutil
from collections.abc import Callable
from pathlib import Path

import fsspec
import pytest
from batch_support import safelight, small_photo
from safelight.batch import Batch, run
from safelight.batch.columns import Columns
from safelight.batch.database import database_url, open_engine
from safelight.batch.sources import read_sources
from safelight.batch.tables import ITEMS
from safelight.errors import ConfigurationError
from safelight.sandbox import Sandbox

pytestmark = pytest.mark.integration

PILIO = "batch run --vendor pilio --operation remove-background"


def names(place: str, *, out: str | None = None, say: Callable[[str], object] = print) -> list[str]:
    return [Path(record.source).name for record in read_sources([place], columns=Columns(), out=out, say=say)]


@pytest.mark.parametrize(
    ("sources", "out"),
    [
        ("photos", "photos/cut"),
        ("photos", "photos {named}"),
        ("photos", "photos --overwrite"),
        ("'photos/*'", "photos {named}"),
        ("'**/*.*'", "photos/cut"),
        ("photos", "link/cut"),
        ("link", "link/deep/cut"),
        ("'link/**/*'", "photos {named}"),
        ("photos/deep", "photos --name deep/{{stem}}-cut"),
        ("file://{here}/photos", "file://{here}/photos {named}"),
        ("photos", "file://{here}/photos/cut"),
    ],
)
def test_the_same_command_again_buys_no_result(
    sandbox: Sandbox, folder: Path, sources: str, out: str
) -> None:
    (folder / "photos" / "deep").mkdir()
    (folder / "photos" / "deep" / "c.jpg").write_bytes(small_photo())
    (folder / "link").symlink_to("photos")
    command = f"{PILIO} {sources} -o {out}".format(here=folder, named="--name {folder}/{stem}-cut")
    first = safelight(command)
    assert first.exit_code == 0, first.output
    bought = sandbox.ledger.count("pilio")
    assert bought in {1, 2, 3}
    for _ in range(2):
        again = safelight(command)
        assert again.exit_code == 0, again.output
        assert sandbox.ledger.count("pilio") == bought
    assert "nothing is left to buy" in safelight(f"{command} --dry-run").output


def test_results_of_another_batch_below_a_folder_are_left_out_and_said(
    sandbox: Sandbox, folder: Path
) -> None:
    cut = f"{PILIO} photos -o photos/cut"
    large = "batch run --vendor pilio --operation upscale -O type=2X photos -o photos/large"
    assert safelight(cut).exit_code == 0
    said = safelight(large)
    assert said.exit_code == 0
    assert "2 files are left out, for earlier runs saved them as results" in said.stderr
    assert sandbox.ledger.count("pilio") == 4
    for command in (cut, large):
        assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 4


def test_a_folder_of_results_that_is_named_is_taken(sandbox: Sandbox, folder: Path) -> None:
    upscale = "batch run --vendor pilio --operation upscale -O type=2X"
    assert safelight(f"{PILIO} photos -o cut").exit_code == 0
    assert safelight(f"{upscale} cut -o large").exit_code == 0
    assert safelight(f"{upscale} large -o larger").exit_code == 0
    inside = f"{upscale} cut -o cut --name '{{stem}}-large'"
    for _ in range(2):
        assert safelight(inside).exit_code == 0
    assert sandbox.ledger.count("pilio") == 8


def test_a_result_that_is_saved_and_not_yet_written_down_is_no_source(sandbox: Sandbox, folder: Path) -> None:
    command = f"{PILIO} photos -o photos --name '{{stem}}-cut'"
    assert safelight(command).exit_code == 0
    engine = open_engine(database_url(None))
    with engine.begin() as connection:  # as a kill between the two leaves it
        connection.execute(ITEMS.update().values(state="bought", files=None, finished=None))
    engine.dispose()
    assert safelight(f"{command} --enqueue-only").exit_code == 0
    with Batch.open() as batch:
        assert batch.status().total == 2


def test_a_result_of_an_item_that_starts_anew_is_no_source(sandbox: Sandbox, folder: Path) -> None:
    command = f"{PILIO} photos -o photos --name '{{stem}}-cut'"
    assert safelight(command).exit_code == 0
    (folder / "photos" / "a.jpg").write_bytes(small_photo() + b"\0")
    assert safelight(f"{command} --enqueue-only").exit_code == 0
    for _ in range(2):
        assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 3


def test_a_photograph_named_like_a_result_is_one_all_the_same(sandbox: Sandbox, folder: Path) -> None:
    command = f"{PILIO} photos -o photos --name '{{stem}}-cut'"
    assert safelight(command).exit_code == 0
    (folder / "photos" / "a-cut-2.jpg").write_bytes(small_photo())
    assert safelight(command).exit_code == 0
    assert sandbox.ledger.count("pilio") == 3


def test_results_at_an_address_are_no_sources_there(sandbox: Sandbox, folder: Path) -> None:
    there = fsspec.filesystem("memory")
    for name in ("a", "b"):
        there.pipe(f"/own/{name}.jpg", small_photo())
    for out in ("memory://own/cut", "memory://own"):
        before = sandbox.ledger.count("pilio")
        for place in ("memory://own", "memory://own/**/*.*"):
            for _ in range(2):
                counts = run(
                    [place],
                    out=out,
                    vendor="pilio",
                    operation="remove_background",
                    batch=out,
                    database_url=f"{out[-3:]}.sqlite",
                    rates=False,
                    name="{stem}-cut",
                )
                assert counts.total == 2
        assert sandbox.ledger.count("pilio") == before + 2
        there.rm("/own/cut", recursive=True) if there.exists("/own/cut") else None


def test_each_real_file_is_listed_once(tmp_path: Path) -> None:
    root, outside = tmp_path / "d", tmp_path / "outside"
    (root / "deep").mkdir(parents=True)
    (root / ".store").mkdir()
    outside.mkdir()
    for path in (root / "b.jpg", root / "deep" / "c.jpg", root / ".store" / "d.jpg", outside / "e.jpg"):
        path.write_bytes(b"x")
    for link, to in {
        "a-link.jpg": "b.jpg",
        "again": ".",
        "again2": ".",
        "deep/up": "..",
        "deep/self.jpg": "self.jpg",
        "gone.jpg": "nowhere.jpg",
        "hidden.jpg": ".store/d.jpg",
        "more": str(outside),
        "more2": str(outside),
        "shallow": "deep",
        "y.jpg": str(outside / "e.jpg"),
        "z.jpg": str(outside / "e.jpg"),
    }.items():
        (root / link).symlink_to(to)
    (outside / "back").symlink_to(root)
    for place in (root, f"{root}/**/*.jpg", f"file://{root}"):
        said: list[str] = []
        assert sorted(names(str(place), say=said.append)) == ["b.jpg", "c.jpg", "e.jpg", "hidden.jpg"]
        assert len(said) == 1
        assert "2 links are left out that lead nowhere" in said[0]
    assert sorted(names(f"{root}/sh*/*.jpg")) == ["c.jpg"]
    assert sorted(names(f"{root}/*/*.jpg")) == ["b.jpg", "c.jpg", "e.jpg", "hidden.jpg"]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "a.jpg").write_bytes(b"x")
    monkeypatch.setattr("safelight.batch.local_listing.os.scandir", refuse)
    with pytest.raises(ConfigurationError, match=r"cannot read .*: Permission denied"):
        names(str(tmp_path))


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_a_list_in_a_folder_with_brackets_is_a_list(sandbox: Sandbox, folder: Path, kind: str) -> None:
    shop = folder / "shop [2024]*"
    shutil.copytree(folder / "photos", shop)
    (shop / f"items [1].{kind}").write_text("source\na.jpg\n" if kind == "csv" else '{"source": "a.jpg"}\n')
    there = fsspec.filesystem("memory")
    there.pipe(f"/shop [1]/items.{kind}", (shop / f"items [1].{kind}").read_bytes())
    there.pipe("/shop [1]/a.jpg", small_photo())
    for place in (f"{shop}/items [1].{kind}", f"memory://shop [1]/items.{kind}"):
        assert names(place) == ["a.jpg"]
    result = safelight(f"{PILIO} 'shop [2024]*/items [1].{kind}' -o out")
    assert result.exit_code == 0, result.output
    assert (folder / "out" / "a.png").exists()
