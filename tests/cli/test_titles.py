"""Styles and templates by their titles, and the lists that they are chosen from."""

import asyncio
import json
from pathlib import Path

import attrs
import pytest
from safelight.cli.titles import ids_of
from safelight.cli.vendors import VENDORS
from safelight.errors import InvalidInput

PERFECT = VENDORS["perfect"]


def listed(run, *words):
    """The items of a list by their titles."""
    items = [json.loads(line) for line in run(*words).stdout.splitlines()]
    return {(item.get("info") or item)["title"]: item for item in items}


def test_a_style_by_its_title(run, sandbox, photo):
    group = listed(run, "perfect", "style-groups", "hairstyle")["Male"]["id"]
    style = listed(run, "perfect", "styles", "hairstyle", group)["Quiff"]["id"]
    result = run("perfect", "try-hairstyle", photo, photo, "--style", " quiff", "--dry-run", "--json")
    assert result.exit_code == 0, result.stderr
    told = [json.loads(line)["options"] for line in result.stdout.splitlines()]
    assert told == [{"style_group_id": group, "style_id": style}] * 2
    result = run(
        "perfect", "try-hairstyle", photo, "--style", "Quiff", "--style-group-id", group, "-o", "out"
    )
    assert result.exit_code == 0, result.stderr
    assert Path(result.stdout.strip()).is_file()


def test_a_template_by_its_title(run, sandbox, photo):
    words = ("youcam", "curl-hair", photo, "--template")
    result = run(*words, "Hair curl 2", "-o", "out")
    if result.exit_code:  # whatever the sandbox calls it
        title = next(iter(listed(run, "youcam", "templates", "hair_curl")))
        result = run(*words, title, "-o", "out")
    assert result.exit_code == 0, result.stderr


def test_a_title_that_is_none_suggests_and_buys_nothing(run, sandbox, photo):
    result = run("perfect", "try-hairstyle", photo, "--style", "Lnog Wave", "-o", "out")
    assert result.exit_code == 2
    assert "lists no style 'Lnog Wave' for hairstyle. Did you mean 'Long Wave'?" in result.stderr
    assert not sandbox.ledger.entries


def test_title_and_id_exclude_each_other(run, sandbox, photo):
    words = ("perfect", "try-hairstyle", photo, "--style-group-id", "1", "--style-id", "2")
    result = run(*words, "--style", "Quiff")
    assert result.exit_code == 2
    assert "--style and --style-id exclude each other" in result.stderr
    result = run(*words[:5])
    assert result.exit_code == 2
    assert "Missing option '--style-id'" in result.stderr


@attrs.frozen
class Item:
    id: int
    title: str

    def to_dict(self):
        return {"id": self.id, "info": {"title": self.title}}


class Shop:
    """A client whose groups have styles of one title."""

    async def style_groups(self, feature):
        for number in (1, 2):
            yield Item(number, f"Group {number}")

    async def styles(self, feature, group):
        yield Item(group * 10, "Straight")
        yield Item(group * 10 + 1, f"Wavy {group}")


def chosen(title, **given):
    return asyncio.run(ids_of(Shop(), PERFECT, PERFECT.facts.methods["try_wig"], title, given))


def test_several_of_one_title_are_told_apart():
    with pytest.raises(InvalidInput) as caught:
        chosen("straight")
    assert caught.value.message == (
        "2 styles are called 'straight': pass --style-group-id 1 --style-id 10 (Group 1) or "
        "--style-group-id 2 --style-id 20 (Group 2)"
    )
    assert chosen("straight", style_group_id=2) == {"style_group_id": 2, "style_id": 20}
    assert chosen("Wavy 1") == {"style_group_id": 1, "style_id": 11}


@pytest.mark.parametrize("title", ["", "\x1b[2J", "x" * 1000])
def test_odd_titles(title):
    with pytest.raises(InvalidInput) as caught:
        chosen(title)
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 300


def test_an_empty_list_says_so_and_fails(run, sandbox, monkeypatch):
    monkeypatch.setattr("safelight.sandbox.vendors.perfect_styles.groups", lambda _: [])
    result = run("perfect", "style-groups", "hairstyle")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error: Perfect Corp lists nothing" in result.stderr


@pytest.mark.usefixtures("sandbox")
def test_a_terminal_gets_a_table(run, monkeypatch):
    monkeypatch.setattr("safelight.cli.listings.is_terminal", lambda: True)
    shown = run("perfect", "style-groups", "hairstyle").stdout.splitlines()
    assert shown[0].split() == ["Id", "Title"]
    assert shown[1].split()[1] == "Female"
    assert run("perfect", "style-groups", "hairstyle", "--json").stdout.startswith('{"id": "')
    assert "thumb" not in run("youcam", "templates", "hairstyle").stdout.lower()
    shown = run("youcam", "feature-costs", "--page-size", "2").stdout.splitlines()
    assert shown[0].split()[:2] == ["Description", "Amount"]
    assert shown[3].startswith("next token: ")
    assert "remaining credits: 1000\n" in run("picwish", "balance").stdout
