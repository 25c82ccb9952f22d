"""The methods of the clients of PicWish, as editors and type checkers see them. Never imported when a program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from picwish_api.models.background_task import BackgroundTask
    from picwish_api.models.coins import Coins
    from picwish_api.models.file_task import FileTask
    from picwish_api.models.image_task import ImageTask
    from picwish_api.models.package_credits import PackageCredits
    from picwish_api.models.segmentation_task import SegmentationTask
    from picwish_api.requests import Rectangle
    from safelight.core.task import AsyncTask, Task
    from safelight.core.transfers.sources import Source


class PicWishMethods:
    """The methods of `PicWish`."""

    def remove_background(
        self,
        image: Source,
        *,
        type: Literal["", "person", "object", "stamp"] | None = None,
        output: Literal["image", "mask", "both"] = "image",
        returns: Literal["url", "base64", "binary"] = "url",
        format: Literal["png", "jpg"] | None = None,
        crop: bool = False,
        bg_color: str | None = None,
        bg_image: Source | None = None,
        sync: bool = False,
        filename: str | None = None,
    ) -> Task[SegmentationTask | None]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, at most 4096 x 4096 pixels.
            type: What the subject is; ``""`` lets the vendor see. One of ``""``, ``"person"``, ``"object"``,
                ``"stamp"``.
            output: The image, its mask, or both.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            format: ``"png"`` is transparent, ``"jpg"`` white or of `bg_color`.
            crop: Crop to the subject's edge.
            bg_color: Background as six hex digits without ``#``; only with ``format="jpg"``.
            bg_image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, at most 20 MiB, at
                most 4096 x 4096 pixels. A picture to put behind the subject.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def upscale(
        self,
        image: Source,
        *,
        type: Literal["clean", "face"] | None = None,
        scale_factor: Literal[1, 2, 4] | None = None,
        returns: Literal["url", "base64", "binary"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Enlarge a photo and make it clearer.

        Costs 2 credits per image, at most 3 (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, at most 4096 x 4096 pixels.
            type: What matters: ``"clean"``, as when left out, for things; ``"face"`` for up to 10 faces.
            scale_factor: How much larger; left out, 4 up to 512 pixels, 2 up to 1024 and 1 above.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def upscale_pro(
        self,
        image: Source,
        *,
        type: Literal["ultra_hd", "hd"] | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Enlarge a photo and make it clearer, with the larger model.

        Costs 4 credits per image with ``type="hd"``; 5 credits per image with ``type="ultra_hd"``
        (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff or bitmap, at most 30 MiB, at most 4096 x 4096 pixels.
            type: The model; ``"ultra_hd"``, as when left out, or ``"hd"``.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def colorize(
        self,
        image: Source,
        *,
        format: Literal["jpg", "jpeg", "png", "webp"] | None = None,
        returns: Literal["url", "base64", "binary"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Colour a black-and-white photo.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            format: Format of the result; jpg is taken if it is left out. One of ``"jpg"``, ``"jpeg"``,
                ``"png"``, ``"webp"``.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def remove_object(
        self,
        image: Source,
        *,
        mask: Source | None = None,
        rectangles: Sequence[Rectangle] | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Remove what a mask or rectangles mark, and fill the gap.

        Costs 1 credit per image (a guess from picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB. As large as the image, white
                where something is to be done.
            rectangles: What is to be removed. It goes as one field with the list in JSON. 1 to 50 of them.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def remove_watermark(
        self,
        image: Source,
        *,
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[FileTask | None]:
        """Remove watermarks that the vendor finds by itself.

        Cost: unknown; PicWish publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                bmp, at most 50 MiB, at most 10000 x 10000 pixels.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def correct(
        self,
        image: Source,
        *,
        type: Literal["crop_text", "enhance_text", "crop_and_enhance_text", "crop_product", "cut_out_product"]
        | None = None,
        returns: Literal["url", "base64", "binary"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Find a page or a product in a photo, crop, straighten and enhance it.

        Costs 3 credits per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            type: What is done: ``"crop_text"``, ``"enhance_text"``, as when left out, or
                ``"crop_and_enhance_text"`` for pages; ``"crop_product"``, or ``"cut_out_product"``, which
                takes the background away too.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def make_id_photo(
        self,
        image: Source,
        *,
        size: str | None = None,
        format: Literal["png", "jpg"] | None = None,
        bg_color: str | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Make an ID photo of a portrait.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            size: Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it
                is left out.
            format: ``"png"``, as when left out, is transparent, ``"jpg"`` white or of `bg_color`.
            bg_color: Background of a jpg, as six hex digits without ``#``.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def make_advanced_id_photo(
        self,
        image: Source,
        *,
        size: str | None = None,
        spec_id: int | None = None,
        dpi: int | None = None,
        px_width: int | None = None,
        px_height: int | None = None,
        mm_width: int | None = None,
        mm_height: int | None = None,
        clothes_id: str | None = None,
        auto_bright: bool | None = None,
        auto_smooth: bool | None = None,
        auto_thin_face: bool | None = None,
        auto_sharp: bool | None = None,
        layout: bool | None = None,
        preview: bool | None = None,
        format: Literal["png", "jpg"] | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Make an ID photo by a specification, with other clothes or several on a sheet.

        Costs 6 credits per image, at most 28 (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff or bitmap, at most 15 MiB, at most 4096 x 4096 pixels.
            size: Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it
                is left out.
            spec_id: The vendor's number of a specification.
            dpi: Dots per inch. From 10 to 1000.
            px_width: Width in pixels. From 1 to 1799.
            px_height: Height in pixels. From 1 to 1799.
            mm_width: Width in millimetres.
            mm_height: Height in millimetres.
            clothes_id: The vendor's id of clothes to wear.
            auto_bright: Brighten the face.
            auto_smooth: Smooth the skin.
            auto_thin_face: Make the face slimmer.
            auto_sharp: Sharpen.
            layout: Several photos on one sheet.
            preview: With a watermark, free of charge.
            format: ``"png"``, as when left out, is transparent, ``"jpg"`` white.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def compress(
        self,
        image: Source,
        *,
        format: Literal["jpg", "png", "webp"] | None = None,
        quality: int | None = None,
        kbyte: int | None = None,
        width: int | None = None,
        height: int | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Make an image file smaller.

        Costs 1 credit per image, at most 2 (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, longest side at most 8000
                pixels.
            format: Format of the result; that of the source if it is left out, where it is one of these. One
                of ``"jpg"``, ``"png"``, ``"webp"``.
            quality: Quality in percent. From 1 to 100.
            kbyte: Size of the file in kilobytes. From 0 to 51200.
            width: Width in pixels; by the height if it is left out. From 0 to 8000.
            height: Height in pixels; by the width if it is left out. From 0 to 8000.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def cut_out_faces(
        self,
        image: Source,
        *,
        crop: bool | None = None,
        format: Literal["png", "jpg"] | None = None,
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Cut faces or heads out.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            crop: Crop to the edge of the face.
            format: ``"png"``, as when left out, is transparent. One of ``"png"``, ``"jpg"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def retouch(
        self,
        image: Source,
        mask: Source,
        *,
        retain_mask: Source | None = None,
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[ImageTask | None]:
        """Retouch the material, lines and details of the object that a mask marks.

        Cost: unknown; PicWish publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB. As large as the image, white
                where something is to be done.
            retain_mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp,
                png, webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB. As large as the image,
                white where it is to stay as it is.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def generate_background(
        self,
        image: Source,
        *,
        prompt: str | None = None,
        scene_type: int | None = None,
        negative_prompt: str | None = None,
        batch_size: int = 2,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[BackgroundTask | None]:
        """Make one or two pictures of a cutout before a new background.

        Costs 3 credits per output image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, png, at most 20 MiB.
            prompt: What the background shows; best in English. At most 1,024 characters.
            scene_type: The vendor's number of a template.
            negative_prompt: What the background does not show.
            batch_size: How many pictures. From 1 to 2.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def read_text(
        self,
        document: Source,
        *,
        language: str | None = None,
        password: str | None = None,
        format: Literal["txt", "pdf", "docx", "xlsx", "pptx"] = "txt",
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[FileTask | None]:
        """Read the text of an image or a document into a file.

        Costs 1 credit per file (picwish.com/credit-cost, 2026-11).

        Args:
            document: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, pdf, ppt, pptx,
                xls, xlsx, doc, docx, jpeg, jpg, png, gif or bmp, at most 200 MiB.
            language: Up to 10 languages with commas and no blanks between, such as English,Digits. If it is
                left out, ChinesePRC, English and Digits.
            password: Password of the document. At most 32 characters.
            format: Format of the result. One of ``"txt"``, ``"pdf"``, ``"docx"``, ``"xlsx"``, ``"pptx"``.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def convert(
        self,
        document: Source,
        *,
        format: Literal[
            "pdf", "docx", "xlsx", "pptx", "jpg", "jpeg", "png", "bmp", "gif", "html", "txt", "doc-repair"
        ],
        password: str | None = None,
        page_range: str | None = None,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[FileTask | None]:
        """Convert a document, or remove the watermarks of a PDF.

        Cost: unknown; PicWish publishes no price.

        Known from public clients alone; no document of the vendor was read.

        Args:
            document: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, pdf, docx, xlsx,
                pptx, jpg, jpeg, png, bmp, gif, dwg, caj or ofd, at most 200 MiB.
            format: What the document becomes; `doc-repair` is the same PDF without its watermarks. One of
                ``"pdf"``, ``"docx"``, ``"xlsx"``, ``"pptx"``, ``"jpg"``, ``"jpeg"``, ``"png"``, ``"bmp"``,
                ``"gif"``, ``"html"``, ``"txt"``, ``"doc-repair"``.
            password: Password of the document.
            page_range: Which pages, such as 1-5,8.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def edit_pdf(
        self,
        document: Source,
        *,
        type: Literal["compress", "split", "rotate", "protect", "unlock", "watermark"],
        quality: Literal["low", "medium", "high"] | None = None,
        pages: str | None = None,
        angle: int | None = None,
        text: str | None = None,
        opacity: float | None = None,
        password: str | None = None,
        new_password: str | None = None,
        owner_password: str | None = None,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> Task[FileTask | None]:
        """Compress, split, rotate, protect, unlock or mark a PDF.

        Cost: unknown; PicWish publishes no price.

        Known from public clients alone; no document of the vendor was read.

        Args:
            document: Path, bytes, binary file, `File` or URL, pdf, at most 200 MiB.
            type: What is done. One of ``"compress"``, ``"split"``, ``"rotate"``, ``"protect"``, ``"unlock"``,
                ``"watermark"``.
            quality: How much is kept, for compress. One of ``"low"``, ``"medium"``, ``"high"``.
            pages: Which pages, such as 1,3,5-7, or all; for split, rotate and watermark.
            angle: Degrees, clockwise: 90, 180 or 270 for rotate, any for watermark.
            text: What is written, for watermark.
            opacity: How opaque it is, for watermark. From 0 to 1.
            password: Password that the document has.
            new_password: Password that it gets, for protect.
            owner_password: Password of its owner, for protect.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    def balance(self) -> list[PackageCredits]:
        """Credits of the account, by package; what is left is the sum over all packages.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    def coins(self) -> Coins:
        """What the account has, as the vendor says it.

        Costs nothing.

        Known from public clients alone; the fields of its answer are unknown.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError


class AsyncPicWishMethods:
    """The methods of `AsyncPicWish`."""

    async def remove_background(
        self,
        image: Source,
        *,
        type: Literal["", "person", "object", "stamp"] | None = None,
        output: Literal["image", "mask", "both"] = "image",
        returns: Literal["url", "base64", "binary"] = "url",
        format: Literal["png", "jpg"] | None = None,
        crop: bool = False,
        bg_color: str | None = None,
        bg_image: Source | None = None,
        sync: bool = False,
        filename: str | None = None,
    ) -> AsyncTask[SegmentationTask | None]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, at most 4096 x 4096 pixels.
            type: What the subject is; ``""`` lets the vendor see. One of ``""``, ``"person"``, ``"object"``,
                ``"stamp"``.
            output: The image, its mask, or both.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            format: ``"png"`` is transparent, ``"jpg"`` white or of `bg_color`.
            crop: Crop to the subject's edge.
            bg_color: Background as six hex digits without ``#``; only with ``format="jpg"``.
            bg_image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, at most 20 MiB, at
                most 4096 x 4096 pixels. A picture to put behind the subject.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def upscale(
        self,
        image: Source,
        *,
        type: Literal["clean", "face"] | None = None,
        scale_factor: Literal[1, 2, 4] | None = None,
        returns: Literal["url", "base64", "binary"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Enlarge a photo and make it clearer.

        Costs 2 credits per image, at most 3 (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, at most 4096 x 4096 pixels.
            type: What matters: ``"clean"``, as when left out, for things; ``"face"`` for up to 10 faces.
            scale_factor: How much larger; left out, 4 up to 512 pixels, 2 up to 1024 and 1 above.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def upscale_pro(
        self,
        image: Source,
        *,
        type: Literal["ultra_hd", "hd"] | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Enlarge a photo and make it clearer, with the larger model.

        Costs 4 credits per image with ``type="hd"``; 5 credits per image with ``type="ultra_hd"``
        (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff or bitmap, at most 30 MiB, at most 4096 x 4096 pixels.
            type: The model; ``"ultra_hd"``, as when left out, or ``"hd"``.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def colorize(
        self,
        image: Source,
        *,
        format: Literal["jpg", "jpeg", "png", "webp"] | None = None,
        returns: Literal["url", "base64", "binary"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Colour a black-and-white photo.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            format: Format of the result; jpg is taken if it is left out. One of ``"jpg"``, ``"jpeg"``,
                ``"png"``, ``"webp"``.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def remove_object(
        self,
        image: Source,
        *,
        mask: Source | None = None,
        rectangles: Sequence[Rectangle] | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Remove what a mask or rectangles mark, and fill the gap.

        Costs 1 credit per image (a guess from picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB. As large as the image, white
                where something is to be done.
            rectangles: What is to be removed. It goes as one field with the list in JSON. 1 to 50 of them.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def remove_watermark(
        self,
        image: Source,
        *,
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[FileTask | None]:
        """Remove watermarks that the vendor finds by itself.

        Cost: unknown; PicWish publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                bmp, at most 50 MiB, at most 10000 x 10000 pixels.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def correct(
        self,
        image: Source,
        *,
        type: Literal["crop_text", "enhance_text", "crop_and_enhance_text", "crop_product", "cut_out_product"]
        | None = None,
        returns: Literal["url", "base64", "binary"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Find a page or a product in a photo, crop, straighten and enhance it.

        Costs 3 credits per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            type: What is done: ``"crop_text"``, ``"enhance_text"``, as when left out, or
                ``"crop_and_enhance_text"`` for pages; ``"crop_product"``, or ``"cut_out_product"``, which
                takes the background away too.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def make_id_photo(
        self,
        image: Source,
        *,
        size: str | None = None,
        format: Literal["png", "jpg"] | None = None,
        bg_color: str | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Make an ID photo of a portrait.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            size: Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it
                is left out.
            format: ``"png"``, as when left out, is transparent, ``"jpg"`` white or of `bg_color`.
            bg_color: Background of a jpg, as six hex digits without ``#``.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def make_advanced_id_photo(
        self,
        image: Source,
        *,
        size: str | None = None,
        spec_id: int | None = None,
        dpi: int | None = None,
        px_width: int | None = None,
        px_height: int | None = None,
        mm_width: int | None = None,
        mm_height: int | None = None,
        clothes_id: str | None = None,
        auto_bright: bool | None = None,
        auto_smooth: bool | None = None,
        auto_thin_face: bool | None = None,
        auto_sharp: bool | None = None,
        layout: bool | None = None,
        preview: bool | None = None,
        format: Literal["png", "jpg"] | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Make an ID photo by a specification, with other clothes or several on a sheet.

        Costs 6 credits per image, at most 28 (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff or bitmap, at most 15 MiB, at most 4096 x 4096 pixels.
            size: Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it
                is left out.
            spec_id: The vendor's number of a specification.
            dpi: Dots per inch. From 10 to 1000.
            px_width: Width in pixels. From 1 to 1799.
            px_height: Height in pixels. From 1 to 1799.
            mm_width: Width in millimetres.
            mm_height: Height in millimetres.
            clothes_id: The vendor's id of clothes to wear.
            auto_bright: Brighten the face.
            auto_smooth: Smooth the skin.
            auto_thin_face: Make the face slimmer.
            auto_sharp: Sharpen.
            layout: Several photos on one sheet.
            preview: With a watermark, free of charge.
            format: ``"png"``, as when left out, is transparent, ``"jpg"`` white.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def compress(
        self,
        image: Source,
        *,
        format: Literal["jpg", "png", "webp"] | None = None,
        quality: int | None = None,
        kbyte: int | None = None,
        width: int | None = None,
        height: int | None = None,
        returns: Literal["url", "base64"] = "url",
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Make an image file smaller.

        Costs 1 credit per image, at most 2 (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, longest side at most 8000
                pixels.
            format: Format of the result; that of the source if it is left out, where it is one of these. One
                of ``"jpg"``, ``"png"``, ``"webp"``.
            quality: Quality in percent. From 1 to 100.
            kbyte: Size of the file in kilobytes. From 0 to 51200.
            width: Width in pixels; by the height if it is left out. From 0 to 8000.
            height: Height in pixels; by the width if it is left out. From 0 to 8000.
            returns: How the result comes; as a URL, or as base64 inside the answer. One of ``"url"``,
                ``"base64"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def cut_out_faces(
        self,
        image: Source,
        *,
        crop: bool | None = None,
        format: Literal["png", "jpg"] | None = None,
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Cut faces or heads out.

        Costs 1 credit per image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            crop: Crop to the edge of the face.
            format: ``"png"``, as when left out, is transparent. One of ``"png"``, ``"jpg"``.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def retouch(
        self,
        image: Source,
        mask: Source,
        *,
        retain_mask: Source | None = None,
        sync: bool = False,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[ImageTask | None]:
        """Retouch the material, lines and details of the object that a mask marks.

        Cost: unknown; PicWish publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB.
            mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp, png,
                webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB. As large as the image, white
                where something is to be done.
            retain_mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, bmp,
                png, webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB. As large as the image,
                white where it is to stay as it is.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def generate_background(
        self,
        image: Source,
        *,
        prompt: str | None = None,
        scene_type: int | None = None,
        negative_prompt: str | None = None,
        batch_size: int = 2,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[BackgroundTask | None]:
        """Make one or two pictures of a cutout before a new background.

        Costs 3 credits per output image (picwish.com/credit-cost, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, png, at most 20 MiB.
            prompt: What the background shows; best in English. At most 1,024 characters.
            scene_type: The vendor's number of a template.
            negative_prompt: What the background does not show.
            batch_size: How many pictures. From 1 to 2.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def read_text(
        self,
        document: Source,
        *,
        language: str | None = None,
        password: str | None = None,
        format: Literal["txt", "pdf", "docx", "xlsx", "pptx"] = "txt",
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[FileTask | None]:
        """Read the text of an image or a document into a file.

        Costs 1 credit per file (picwish.com/credit-cost, 2026-11).

        Args:
            document: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, pdf, ppt, pptx,
                xls, xlsx, doc, docx, jpeg, jpg, png, gif or bmp, at most 200 MiB.
            language: Up to 10 languages with commas and no blanks between, such as English,Digits. If it is
                left out, ChinesePRC, English and Digits.
            password: Password of the document. At most 32 characters.
            format: Format of the result. One of ``"txt"``, ``"pdf"``, ``"docx"``, ``"xlsx"``, ``"pptx"``.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def convert(
        self,
        document: Source,
        *,
        format: Literal[
            "pdf", "docx", "xlsx", "pptx", "jpg", "jpeg", "png", "bmp", "gif", "html", "txt", "doc-repair"
        ],
        password: str | None = None,
        page_range: str | None = None,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[FileTask | None]:
        """Convert a document, or remove the watermarks of a PDF.

        Cost: unknown; PicWish publishes no price.

        Known from public clients alone; no document of the vendor was read.

        Args:
            document: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, pdf, docx, xlsx,
                pptx, jpg, jpeg, png, bmp, gif, dwg, caj or ofd, at most 200 MiB.
            format: What the document becomes; `doc-repair` is the same PDF without its watermarks. One of
                ``"pdf"``, ``"docx"``, ``"xlsx"``, ``"pptx"``, ``"jpg"``, ``"jpeg"``, ``"png"``, ``"bmp"``,
                ``"gif"``, ``"html"``, ``"txt"``, ``"doc-repair"``.
            password: Password of the document.
            page_range: Which pages, such as 1-5,8.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def edit_pdf(
        self,
        document: Source,
        *,
        type: Literal["compress", "split", "rotate", "protect", "unlock", "watermark"],
        quality: Literal["low", "medium", "high"] | None = None,
        pages: str | None = None,
        angle: int | None = None,
        text: str | None = None,
        opacity: float | None = None,
        password: str | None = None,
        new_password: str | None = None,
        owner_password: str | None = None,
        callback_url: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[FileTask | None]:
        """Compress, split, rotate, protect, unlock or mark a PDF.

        Cost: unknown; PicWish publishes no price.

        Known from public clients alone; no document of the vendor was read.

        Args:
            document: Path, bytes, binary file, `File` or URL, pdf, at most 200 MiB.
            type: What is done. One of ``"compress"``, ``"split"``, ``"rotate"``, ``"protect"``, ``"unlock"``,
                ``"watermark"``.
            quality: How much is kept, for compress. One of ``"low"``, ``"medium"``, ``"high"``.
            pages: Which pages, such as 1,3,5-7, or all; for split, rotate and watermark.
            angle: Degrees, clockwise: 90, 180 or 270 for rotate, any for watermark.
            text: What is written, for watermark.
            opacity: How opaque it is, for watermark. From 0 to 1.
            password: Password that the document has.
            new_password: Password that it gets, for protect.
            owner_password: Password of its owner, for protect.
            callback_url: Where the vendor tells that the task is done; what it sends is not documented.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        raise NotImplementedError

    async def balance(self) -> list[PackageCredits]:
        """Credits of the account, by package; what is left is the sum over all packages.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    async def coins(self) -> Coins:
        """What the account has, as the vendor says it.

        Costs nothing.

        Known from public clients alone; the fields of its answer are unknown.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError
