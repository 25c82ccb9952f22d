"""What the site makes of the pages: blocks, links, and the operations of a vendor."""

from pathlib import Path

import pytest

pytest.importorskip("griffe")

from builder import links, operations, pages
from builder.pictures import Shown
from safelight.vendors import vendor_of, vendors


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("```python runnable", "```python"),
        ("```python recipe s3", "```python"),
        ("    ```sh runnable", "    ```sh"),
        ("```python", "```python"),
        ("```", "```"),
    ],
)
def test_code_blocks_keep_their_language_alone(line: str, seen: str) -> None:
    assert pages.adapted(f"{line}\ncode\n", pages.DOCS / "a.md") == f"{seen}\ncode\n"


@pytest.mark.parametrize(
    ("page", "link", "seen"),
    [
        ("docs/a.md", "../README.md", "index.md"),
        ("docs/a.md", "../CONTRIBUTING.md#how-to-test", "CONTRIBUTING.md#how-to-test"),
        ("docs/vendors/a.md", "../../CHANGELOG.md", "../CHANGELOG.md"),
        ("docs/vendors/a.md", "../keys.md", "../keys.md"),
        ("CONTRIBUTING.md", "docs/adding-a-vendor.md", "adding-a-vendor.md"),
    ],
)
def test_links_lead_to_the_pages_of_the_site(page: str, link: str, seen: str) -> None:
    assert pages.adapted(f"[it]({link})", pages.ROOT / page) == f"[it]({seen})"


def test_links_that_lead_nowhere_are_found_in_the_built_pages(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "index.html").write_text('<h2 id="there">x</h2><img src="../a.webp">', "utf-8")
    (tmp_path / "index.html").write_text(
        '<a href="guide/#there">a</a><a href="guide/#gone">b</a><a href="gone/">c</a>'
        '<a href="#gone">d</a><a href="https://example.com/x">e</a><a href="/guide/">f</a>',
        "utf-8",
    )
    assert links.broken(tmp_path) == [
        "guide/index.html: ../a.webp",
        "index.html: guide/#gone",
        "index.html: gone/",
        "index.html: #gone",
    ]


@pytest.mark.parametrize("name", ["claid", "perfect", "picwish", "pilio", "youcam"])
def test_a_vendor_page_tells_all_of_every_operation(name: str) -> None:
    vendor = vendor_of(name)
    shown = {(name, method): Shown(["a.webp"], ["b.webp"]) for method in vendor.facts.methods}
    text = operations.written(vendor, shown)
    assert "``" not in text.replace("```", "")
    for method in [*vendor.facts.methods.values(), *vendor.facts.calls.values()]:
        section = text.partition(f"\n### {method.name}\n")[2].partition("\n### ")[0]
        assert method.summary in section
        assert [one for one in method.parameters if f"| `{one}`" not in section] == []
    for method in vendor.facts.methods.values():
        section = text.partition(f"\n### {method.name}\n")[2].partition("\n### ")[0]
        assert method.price_text.replace("``", "`") in section
        assert f"task = {name}.{method.name}(" in section
        assert f"safelight --sandbox {name} {method.name.replace('_', '-')}" in section


def test_every_vendor_has_a_page_with_a_place_for_its_operations() -> None:
    found = {
        page.stem: page.read_text("utf-8").splitlines() for page in (pages.DOCS / "vendors").glob("*.md")
    }
    assert set(found) == set(vendors())
    assert all(pages.MARK in lines for lines in found.values())


def test_the_index_for_agents_has_every_page_of_the_index() -> None:
    index = (pages.DOCS / "index.md").read_text("utf-8")
    text = pages.llms_txt(index)
    assert text.startswith("# Safelight\n\n> Typed Python clients")
    assert "- [Quick start](quick-start/): install, cut out a photograph" in text
    assert "](skill.txt)" in text
    assert ".md)" not in text
    assert {line for line in text.split("\n") if len(line) > 400} == set()
    assert text.count("](") >= 30
