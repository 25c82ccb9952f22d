"""The examples in the help: each works as it stands, in a folder that has the photograph or document it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

STYLES: Mapping[str, tuple[str, int, int]] = {
    "try_hairstyle": ("hairstyle", 18213963761383252, 22205685005257252),
    "try_wig": ("wig", 18213963761246954, 22205685005120954),
    "extend_hair": ("hair_extension", 18213963761281804, 22205685005155804),
    "add_bangs": ("hair_bang", 18213963761300596, 22205685005174596),
    "add_hair_volume": ("hair_volume", 18213963761401382, 22205685005275382),
    "generate_image": ("image_generator", 18213963761465468, 22205685005339468),
}
"""Perfect's styled operations: the feature that lists their styles, and the sandbox's first group and style of it."""
WIDEST = 74
"""Characters of a line, which leave room for the margin and the backslash in a terminal of 80 columns."""
PROMPT = "--prompt 'A red door'"
WORDS: Mapping[tuple[str, str], str] = {
    ("pilio", "edit_image"): "photo.jpg --prompt 'Make it winter'",
    ("pilio", "generate_image"): f"{PROMPT} --aspect-ratio 1:1",
    ("pilio", "remove_pdf_watermark"): "document.pdf",
    ("pilio", "upscale"): "photo.jpg --type 2X",
    ("perfect", "enhance"): "photo.jpg --scale 2",
    ("perfect", "generate_image"): PROMPT,
    ("perfect", "remove_object"): "photo.jpg --mask photo.jpg",
    ("perfect", "transfer_makeup"): "photo.jpg --reference photo.jpg",
    ("claid", "edit"): 'photo.jpg --operations \'{"adjustments": {"hdr": 60}}\'',
    ("claid", "outpaint"): "photo.jpg --width 150% --height 150%",
    ("claid", "resize"): "photo.jpg --width 50% --height 50%",
}
"""What follows the command's name, where that is not a photograph alone."""
STAND_INS: Mapping[tuple[str, str], str] = {
    ("perfect", "remove_object"): "The photograph stands in for a mask of yours.",
    ("perfect", "transfer_makeup"): "The photograph stands in for one of the makeup.",
}


def operation_examples(vendor: str, method: str, command: str) -> str:
    """The end of an operation's help; `method` is its name in Python, `command` the one on the command line."""
    words = WORDS.get((vendor, method), "photo.jpg")
    before: Sequence[str] = ()
    remark = STAND_INS.get((vendor, method), "")
    if vendor == "perfect" and method in STYLES:
        feature, group, style = STYLES[method]
        words += f" --style-group-id {group} --style-id {style}"
        before = (
            f"safelight --sandbox perfect style-groups {feature}",
            f"safelight --sandbox perfect styles {feature} {group}",
        )
        remark = "The ids are the sandbox's; the vendor's own are listed without --sandbox."
    return _epilog([*before, f"safelight --sandbox {vendor} {command} {words} -o out/"], remark)


def listing_examples(method: str) -> str:
    """The examples of a listing."""
    feature, group, _ = STYLES["try_hairstyle"]
    words = f"{feature} {group}" if method == "styles" else feature
    return _epilog([f"safelight --sandbox perfect {method.replace('_', '-')} {words}"])


def _epilog(commands: Sequence[str], remark: str = "") -> str:
    shown = "".join(f"\n  {line}" for command in commands for line in _folded(command))
    return f"\b\n{'Examples' if len(commands) > 1 else 'Example'}:{shown}" + (
        f"\n\n{remark}" if remark else ""
    )


def _folded(command: str) -> Sequence[str]:
    """A command in lines that fit, each but the last with a backslash at its end."""
    lines = [""]
    for part in re.split(r" (?=-)", command):
        if lines[-1] and len(lines[-1]) + 1 + len(part) > WIDEST:
            lines[-1] += " \\"
            lines.append(f"  {part}")
        else:
            lines[-1] += f" {part}" if lines[-1] else part
    return lines
