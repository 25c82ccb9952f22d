"""PDF pages: rendered, cleaned, and bound again."""

import importlib
import io
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
from PIL import Image

from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.encode import to_image
from safelight.sandbox.tasks import Product, WorkFailed

_DOTS_PER_INCH = 110
_MAXIMUM_PAGES = 50
_LONGEST_SIDE = 2400.0


# PDFium is not thread-safe: two calls at once, whatever their documents, can end the process.
_PDFIUM = threading.Lock()


def count_pages(source: Path) -> int:
    """Return the number of pages of a PDF file; 0 if it is not readable."""
    try:
        with _opened(source) as document, _PDFIUM:
            return len(document)
    except WorkFailed:
        return 0


def first_page(source: Path) -> Picture:
    """Return a picture of the first page of a PDF file.

    Raises:
        WorkFailed: `decode_image` if it is not a PDF.
    """
    with _opened(source) as document:
        return _page(document, 0)


def rework(source: Path, change: Callable[[Picture], Picture], role: str = "file") -> Product:
    """Return, as a task's product, a PDF whose pages are pictures of another's pages, each one changed.

    Raises:
        WorkFailed: `decode_image` if it is not a PDF, `too_large` if it has too many pages.
    """
    with _opened(source) as document:
        with _PDFIUM:
            pages = len(document)
        if pages > _MAXIMUM_PAGES:
            raise WorkFailed("too_large", f"The PDF has {pages} pages; {_MAXIMUM_PAGES} is the limit.")
        changed = [to_image(change(_page(document, index))) for index in range(pages)]
        return bind(changed, role, resolution=_DOTS_PER_INCH)


@contextmanager
def _opened(source: Path) -> Generator[Any]:
    library: Any = importlib.import_module("pypdfium2")
    try:
        with _PDFIUM:
            document = library.PdfDocument(source)
    except (library.PdfiumError, OSError, ValueError) as error:
        raise WorkFailed("decode_image", "The file is not a readable PDF.") from error
    try:
        yield document
    finally:
        with _PDFIUM:
            document.close()


def _page(document: Any, index: int) -> Picture:  # noqa: ANN401 - pypdfium2 has no types
    # Pages and bitmaps are closed by hand: the collector would do it at any time, without the lock.
    with _PDFIUM, closing(document[index]) as page:
        scale = min(_DOTS_PER_INCH / 72, _LONGEST_SIDE / max(*page.get_size(), 1.0))
        with closing(page.render(scale=scale)) as bitmap:
            pixels = np.array(cast("Image.Image", bitmap.to_pil()).convert("RGB"))
    return Picture(colour=np.ascontiguousarray(pixels[:, :, ::-1]), alpha=None, format="PDF")


def bind(pages: Sequence[Image.Image], role: str = "file", *, resolution: int = 72) -> Product:
    """Return a PDF of pictures as a task's product; `resolution` is their dots per inch."""
    target = io.BytesIO()
    first, *others = pages
    first.save(target, "PDF", save_all=True, append_images=others, resolution=resolution, quality=88)
    return Product(target.getvalue(), "pdf", "application/pdf", role=role)
