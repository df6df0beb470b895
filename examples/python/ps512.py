"""PS512 with Python's standard library alone, for the examples. Use a library, such as PyJWT, for anything real."""

import base64
import hashlib
import secrets


def private_key(pem):
    """The modulus and the private exponent of an RSA key in PKCS#1."""
    der = base64.b64decode("".join(line for line in pem.splitlines() if not line.startswith("-----")))
    _, start, _ = _element(der, 0)
    numbers = []
    while len(numbers) < 4:
        _, content, end = _element(der, start)
        numbers.append(int.from_bytes(der[content:end], "big"))
        start = end
    return numbers[1], numbers[3]


def sign(key, text):
    """RSASSA-PSS with SHA-512, MGF1 with SHA-512, and a salt of 64 bytes."""
    modulus, exponent = key
    size = (modulus.bit_length() + 7) // 8
    salt = secrets.token_bytes(64)
    digest = hashlib.sha512(bytes(8) + hashlib.sha512(text).digest() + salt).digest()
    block = bytes(size - 64 - 64 - 2) + b"\x01" + salt
    mask = _mgf1(digest, len(block))
    masked = bytearray(a ^ b for a, b in zip(block, mask))
    masked[0] &= 0x7F
    encoded = bytes(masked) + digest + b"\xbc"
    return pow(int.from_bytes(encoded, "big"), exponent, modulus).to_bytes(size, "big")


def _mgf1(seed, length):
    blocks = (hashlib.sha512(seed + counter.to_bytes(4, "big")).digest() for counter in range(length // 64 + 1))
    return b"".join(blocks)[:length]


def _element(der, at):
    """The tag of a DER element, where its content starts, and where it ends."""
    length, content = der[at + 1], at + 2
    if length >= 0x80:
        content += length & 0x7F
        length = int.from_bytes(der[at + 2:content], "big")
    return der[at], content, content + length
