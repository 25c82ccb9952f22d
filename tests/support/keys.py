"""A pair of keys for Perfect, made for tests."""

import base64
from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


@cache
def secret_key() -> str:
    """A public RSA key as Perfect's console shows it: DER in base64."""
    public = rsa.generate_private_key(public_exponent=65537, key_size=1024).public_key()
    encoded = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(encoded).decode()
