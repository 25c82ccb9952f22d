"""Cleans four PDFs at a time, again and again; run as a process of its own, for PDFium takes its process along."""

import sys

import httpx
from safelight.sandbox import Sandbox
from sandbox_flows import pilio_create, pilio_result, pilio_upload


def text_pdf(pages: int) -> bytes:
    """Return a PDF of letters: PDFium keeps their shapes in caches that all documents share."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{' '.join(f'{4 + 2 * page} 0 R' for page in range(pages))}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for page in range(pages):
        lines = " ".join(f"(line {line} of page {page}) Tj 0 -18 Td" for line in range(20))
        drawing = f"BT /F1 12 Tf 10 380 Td {lines} ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents {5 + 2 * page} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream")
    # Without a table of places, which readers make anew.
    body = "".join(f"{number} 0 obj\n{item}\nendobj\n" for number, item in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n%%EOF".encode()


def main(rounds: int) -> None:
    with Sandbox(limits=False, task_seconds=0.0) as sandbox, httpx.Client(timeout=300) as http:
        key = {"X-API-Key": sandbox.api_key("pilio")}
        file_id = pilio_upload(http, sandbox, key, text_pdf(10), name="a.pdf")
        body = {"pdf_file_id": file_id, "mode": "ai"}
        for _ in range(rounds):
            created = [
                pilio_create(http, sandbox, key, "/v1/pdfs/remove-watermark", body).json()["data"]["task_id"]
                for _ in range(4)
            ]
            sys.stdout.write(f"{[pilio_result(http, sandbox, key, task)['status'] for task in created]}\n")
        sys.stdout.write(f"{sandbox.ledger.spent('pilio')}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
