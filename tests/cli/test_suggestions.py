"""A mistyped name is answered with the right one, and nothing is sent."""

import pytest


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["picwsh"], "No such command 'picwsh'. Did you mean 'picwish'?"),
        (
            ["pilio", "remove-bakground"],
            "No such command 'remove-bakground'. Did you mean 'remove-background'?\n",
        ),
        (["pilio", "remove-watermar"], "Did you mean 'remove-watermark' or 'remove-pdf-watermark'?\n"),
        (["perfect", "ADD_BANG"], "Did you mean 'add-bangs'"),
        (["perfect", "style"], "'styles'"),
        (["remove-background"], "put its vendor (claid, perfect, picwish, pilio or youcam) before it."),
        (
            ["claid", "colorize"],
            "No such command 'colorize'. It is an operation of perfect, picwish and youcam.",
        ),
        (
            ["perfect", "edit-image"],
            "No such command 'edit-image'. It is an operation of claid, pilio and youcam.",
        ),
        (["qqqq"], "No such command 'qqqq'.\n"),
        (["pilio", "qqqq"], "No such command 'qqqq'.\n"),
        (["pilio", "upscale", "photo.jpg", "--overwite"], "--overwrite"),
        (["pilio", "upscale", "photo.jpg", "--presett", "hd"], "--preset"),
        (["--sandbx", "pilio"], "--sandbox"),
        (["limits", "picwsh"], "'youcam'. Did you mean 'picwish'?\n"),
        (["limits", "qqqq"], "'youcam'.\n"),
        (["operations", "pilio", "Claid"], "Did you mean 'claid'?"),
    ],
)
def test_answers(run, sandbox, words, answer):
    result = run(*words)
    assert result.exit_code == 2
    assert answer in result.stderr
    assert result.stdout == ""
    assert not sandbox.requests


def test_right_names_are_left_alone(run):
    assert run("perfect", "add_bangs", "--help").exit_code == 0
    assert run("pilio").exit_code == 2
    assert "OPERATION [ARGS]..." in run("pilio", "--help").stdout
