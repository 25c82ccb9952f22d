"""``--prepare auto`` on the command line."""

import json
from pathlib import Path

from support.odd_pictures import content, image_of
from support.odd_pictures import photo as picture


def test_a_picture_over_a_limit_names_the_option(run, sandbox, photo):
    photo.write_bytes(content(picture(4200, 20)))
    refused = run("picwish", "remove-background", photo)
    assert refused.exit_code == 2
    assert "at most 4096 pixels wide are allowed: --prepare auto sends a copy that fits" in refused.stderr
    assert sandbox.requests == []
    done = run("picwish", "remove-background", photo, "--prepare", "auto", "-o", "out")
    assert done.exit_code == 0, done.stderr
    said = "photo.jpg: 4200 x 20 to 4096 x 19 px (at most 4096 px wide)"
    assert said in done.stderr
    assert image_of(Path("out/photo.png").read_bytes()).size == (4096, 19)
    told = run("picwish", "remove-background", photo, "--prepare", "auto", "-o", "other", "--json", "-q")
    assert json.loads(told.stdout)["prepared"] == [said]
    assert said not in told.stderr


def test_what_takes_no_picture_has_no_such_option(run):
    assert "--prepare" not in run("perfect", "generate-image", "--help").stdout
    assert "--prepare [auto]" in run("picwish", "upscale", "--help").stdout
