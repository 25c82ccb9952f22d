"""The RSA key pair of Perfect's token exchange."""

import base64
from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

# The two primes of the emulator's RSA key. Perfect's sample id_token is 128 bytes long, so its keys have 1024
# bits; a fixed pair keeps the secret key that a user copies into his environment valid across restarts.
_PRIME_P = int(
    "fd9d4428b30da7d6cd39979617cc17dda83542ac12a86334f64b7a4b0e237a3d"
    "75888af773d0afbe1ef96e87dd88f9d7192477ae88765b0e289392bdb61648b3",
    16,
)
_PRIME_Q = int(
    "dae8ba79a12821ddfe9fdd7d9a9b1fdbbfe589e631f95382de79e38e739033877"
    "b1acd051a7734377e8d04a2e091738f134c13c73d2347c45eef45dba69c4a9d",
    16,
)
_EXPONENT = 65537


@cache
def _private_key() -> rsa.RSAPrivateKey:
    secret = rsa.rsa_recover_private_exponent(_EXPONENT, _PRIME_P, _PRIME_Q)
    return rsa.RSAPrivateNumbers(
        p=_PRIME_P,
        q=_PRIME_Q,
        d=secret,
        dmp1=rsa.rsa_crt_dmp1(secret, _PRIME_P),
        dmq1=rsa.rsa_crt_dmq1(secret, _PRIME_Q),
        iqmp=rsa.rsa_crt_iqmp(_PRIME_P, _PRIME_Q),
        public_numbers=rsa.RSAPublicNumbers(_EXPONENT, _PRIME_P * _PRIME_Q),
    ).private_key()


@cache
def secret_key() -> str:
    """Return the secret key of every account: the RSA public key as base64 of its DER form."""
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    der = _private_key().public_key().public_bytes(*form)
    return base64.b64encode(der).decode("ascii")


def decrypt_id_token(id_token: str) -> str | None:
    """Return the text a client encrypted for the token exchange, or None where it cannot be decrypted."""
    try:
        plain = _private_key().decrypt(base64.b64decode(id_token, validate=True), padding.PKCS1v15())
        return plain.decode("utf-8")
    except ValueError:
        # Wrong base64, wrong length, wrong padding and wrong text are one and the same to a caller.
        return None
