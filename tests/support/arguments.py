"""What tests give to every operation of every client: one call each that works with the sandbox."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

Arguments = Callable[[Path, Path], tuple[tuple[object, ...], dict[str, object]]]
STYLED = {
    "try_hairstyle": "hairstyle",
    "try_wig": "wig",
    "extend_hair": "hair_extension",
    "add_bangs": "hair_bang",
    "add_hair_volume": "hair_volume",
    "generate_image": "image_generator",
}
EDIT = {"adjustments": {"contrast": 20}}
TEMPLATED = {
    "try_look": "look",
    "extend_hair": "hair_extension",
    "add_bangs": "hair_bang",
    "add_hair_volume": "hair_volume",
    "curl_hair": "hair_curl",
    "try_beard": "beard",
    "try_fabric": "fabric",
}
PORTRAITS = {
    "make_avatar": "avatar",
    "make_studio_portrait": "studio_portrait",
    "make_headshot": "headshot",
}
NAIL = {
    "sub_type": "color",
    "finger": "index",
    "color": "#ff0000",
    "texture": "metallic",
    "reflection": 50,
    "contrast": 50,
    "roughness": 0,
}
BLUSH = {
    "category": "blush",
    "pattern": {"name": "1color1"},
    "palettes": [{"color": "#ff7777", "texture": "matte", "colorIntensity": 60}],
}
OUTPAINT = {
    "output_width": 300,
    "output_height": 260,
    "input_x": 50,
    "input_y": 30,
    "input_width": 200,
    "input_height": 200,
    "crop_input_x": 0,
    "crop_input_y": 0,
    "crop_input_width": 200,
    "crop_input_height": 200,
}
CALLS: Mapping[str, Mapping[str, Arguments]] = {
    "Pilio": {
        "remove_background": lambda photo, _: ((photo,), {"industry_type": "portrait"}),
        "remove_watermark": lambda photo, _: (
            (photo,),
            {"boxes": [{"x1": 10, "y1": 15, "x2": 60, "y2": 70}]},
        ),
        "upscale": lambda photo, _: ((photo,), {"type": "2X", "enhance_face": True}),
        "remove_pdf_watermark": lambda photo, _: ((pdf(photo),), {"filename": "page.pdf"}),
        "generate_image": lambda *_: (("a lighthouse",), {"aspect_ratio": "3:2", "output_count": 2}),
        "edit_image": lambda photo, _: (([photo, photo], "at night"), {}),
        "generate_with_flare": lambda photo, _: (("at night",), {"images": photo, "resolution": "1K"}),
        "generate_with_sunburst": lambda *_: (("a lighthouse",), {"aspect_ratio": "21:9"}),
        "generate_with_nano_banana": lambda photo, _: (("at night",), {"images": [photo, photo]}),
        "generate_with_nano_banana_2": lambda *_: (
            ("a lighthouse",),
            {"aspect_ratio": "8:1", "output_count": 2},
        ),
    },
    "Perfect": {
        "remove_background": lambda photo, _: ((photo,), {"output_ext": "png"}),
        "colorize": lambda photo, _: ((photo,), {}),
        "enhance": lambda photo, _: ((photo,), {"scale": 2}),
        "remove_object": lambda photo, mask: ((photo, mask), {}),
        "transfer_makeup": lambda photo, _: ((photo, photo), {}),
        "show_aging": lambda photo, _: ((photo,), {}),
        **{
            name: lambda photo, _: ((photo,), {"style_group_id": 0, "style_id": 0})
            for name in STYLED
            if name != "generate_image"
        },
        "generate_image": lambda *_: (("a lighthouse",), {"style_group_id": 0, "style_id": 0}),
    },
    "Claid": {
        "edit": lambda photo, _: ((photo, {"adjustments": {"contrast": 20}}), {}),
        "remove_background": lambda photo, _: ((photo,), {"category": "general"}),
        "upscale": lambda photo, _: ((photo,), {"percent": 150}),
        "resize": lambda photo, _: ((photo,), {"width": 150}),
        "outpaint": lambda photo, _: ((photo,), {"outpaint_by": "25%"}),
        "edit_file": lambda photo, _: ((photo, EDIT), {"output": {"format": "png"}}),
        "edit_at_once": lambda photo, _: ((photo, EDIT), {}),
        "edit_many": lambda photo, _: (([photo, photo], EDIT), {}),
        "edit_folder": lambda *_: (("storage://samples/", EDIT), {"recursive": True}),
        "generate_image": lambda *_: (("a lighthouse",), {"number_of_images": 2}),
        "create_scene": lambda photo, _: ((photo, "a table"), {"scale": 0.5, "position": {"x": 0.4}}),
        "add_shadow": lambda photo, _: ((photo,), {"color": "#ffffff", "padding": "10%"}),
        "fill_template": lambda photo, _: ((photo, photo), {"view": "front", "format": "jpeg"}),
        "edit_image": lambda photo, _: ((photo, "at night"), {"aspect_ratio": "1:1"}),
        "dress_model": lambda photo, _: (([photo, photo],), {"model": photo}),
        "animate": lambda photo, _: ((photo, "she smiles"), {"duration": "5"}),
    },
    "PicWish": {
        "remove_background": lambda photo, _: ((photo,), {"output": "both"}),
        "upscale": lambda photo, _: ((photo,), {"type": "face"}),
        "upscale_pro": lambda photo, _: ((photo,), {"type": "hd", "returns": "base64"}),
        "colorize": lambda photo, _: ((photo,), {"format": "webp"}),
        "remove_object": lambda photo, mask: ((photo,), {"mask": mask}),
        "remove_watermark": lambda photo, _: ((photo,), {}),
        "correct": lambda photo, _: ((photo,), {"type": "cut_out_product"}),
        "make_id_photo": lambda photo, _: (
            (photo,),
            {"size": "300x400", "format": "jpg", "bg_color": "81d4fa"},
        ),
        "make_advanced_id_photo": lambda photo, _: (
            (photo,),
            {"mm_width": 35, "mm_height": 45, "layout": True},
        ),
        "compress": lambda photo, _: ((photo,), {"format": "webp", "quality": 40}),
        "cut_out_faces": lambda photo, _: ((photo,), {}),
        "retouch": lambda photo, mask: ((photo, mask), {}),
        "generate_background": lambda photo, _: ((png(photo),), {"prompt": "a lake", "filename": "a.png"}),
        "read_text": lambda photo, _: ((photo,), {"format": "pdf"}),
        "convert": lambda photo, _: ((pdf(photo),), {"format": "png", "filename": "page.pdf"}),
        "edit_pdf": lambda photo, _: ((pdf(photo),), {"type": "compress", "filename": "page.pdf"}),
    },
    "YouCam": {
        **{
            name: lambda photo, _: ((photo,), {})
            for name in (
                "remove_background",
                "brighten",
                "colorize",
                "correct_colors",
                "show_aging",
                "analyze_skin_tone",
                "measure_hair_length",
                "measure_hair_density",
                "find_teeth",
                "find_faces_to_swap",
                "find_faces_to_lift",
                "find_faces_to_reshape",
                "find_faces_to_classify",
                "find_bodies",
                "classify_skin",
                "add_abs",
                "augment_breast",
            )
        },
        "try_makeup": lambda photo, _: ((photo, [BLUSH]), {}),
        "swap_faces": lambda photo, _: ((photo, [photo]), {"face_mapping": [{"index": 0, "position": 0}]}),
        "lift_face": lambda photo, _: ((photo,), {"features": {"cheek": 40}}),
        "reshape_face": lambda photo, _: ((photo,), {"features": {"eye_size": 40}}),
        "reshape_body": lambda photo, _: ((photo,), {"features": {"waist": -20}}),
        "transfer_nails": lambda photo, _: ((photo, photo), {}),
        "try_nails": lambda photo, _: ((photo,), {"effect_type": "nail_polish", "effects": [NAIL]}),
        "simulate_skin": lambda photo, _: ((photo,), {"wrinkle": 0.6, "redness": 0.3}),
        "blur_background": lambda photo, _: ((photo,), {"intensity": 80}),
        "replace_background": lambda photo, _: ((photo,), {"prompt": "a sunny beach"}),
        "enhance": lambda photo, _: ((photo,), {"scale": 2}),
        "outpaint": lambda photo, _: ((photo,), OUTPAINT),
        "remove_object": lambda photo, mask: ((photo, mask), {}),
        "replace_object": lambda photo, mask: ((photo, mask, "a red flower"), {}),
        "generate_image": lambda *_: (("a lighthouse",), {"size": "928*1664"}),
        "edit_image": lambda photo, _: (([photo, photo], "at night"), {"size": "512*640"}),
        "add_smile": lambda photo, _: ((photo,), {"expression_type": "closed_mouth_smile"}),
        "whiten_teeth": lambda photo, _: ((photo,), {"whitening_intensity": 70}),
        "transfer_makeup": lambda photo, _: ((photo, photo), {}),
        "try_lenses": lambda photo, mask: ((photo, mask), {"intensity": 60}),
        "try_hairstyle": lambda photo, _: ((photo,), {"reference": photo}),
        "color_hair": lambda photo, _: ((photo,), {"preset": "Jet Black"}),
        "try_clothes": lambda photo, _: ((photo, photo), {"garment_category": "upper_body"}),
        **{
            name: lambda photo, _: ((photo, photo), {"gender": "female"})
            for name in ("try_hat", "try_bag", "try_scarf", "try_shoes")
        },
        **{
            name: lambda photo, _: ((photo, photo), {})
            for name in ("try_ring", "try_bracelet", "try_watch", "try_earrings", "try_necklace")
        },
        **{
            name: lambda photo, _, feature=feature: ((photo,), {"template_id": f"{feature}_001"})
            for name, feature in TEMPLATED.items()
        },
        **{
            name: lambda photo, _, feature=feature: (
                (photo,),
                {"template_id": f"{feature}_001", "output_count": 2},
            )
            for name, feature in PORTRAITS.items()
        },
        "analyze_face": lambda photo, _: ((photo,), {"features": ["faceShape", "age"]}),
        "analyze_skin": lambda photo, _: ((photo,), {"concerns": ["hd_pore", "hd_acne"]}),
        **{
            name: lambda photo, _: ((photo, photo, photo), {})
            for name in ("identify_hair_type", "measure_frizz")
        },
    },
}
"""By vendor and operation: the arguments, made of a photograph and a mask of its size."""


def pdf(photo: Path) -> bytes:
    return written_as(photo, "PDF")


def png(photo: Path) -> bytes:
    return written_as(photo, "PNG")


def written_as(photo: Path, kind: str) -> bytes:
    written = io.BytesIO()
    Image.open(photo).save(written, kind)
    return written.getvalue()
