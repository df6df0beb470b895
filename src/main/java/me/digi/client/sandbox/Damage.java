package me.digi.client.sandbox;

/** How a file is damaged when it is downloaded. */
public enum Damage {
    /** The last 16 bytes are missing: a valid length without padding. */
    CUT_CIPHERTEXT,
    /** The last 7 bytes are missing: an impossible length for ciphertext. */
    WRONG_LENGTH,
    /** Only the first 200 bytes are sent, less than the encrypted key. */
    TOO_SHORT,
    /** The last block decrypts to invalid padding. */
    BAD_PADDING,
    /** The content is encrypted for another key. */
    WRONG_KEY,
    /** The metadata names an unknown compression. */
    UNKNOWN_COMPRESSION,
    /** The compressed data is truncated, and correctly encrypted. */
    CUT_COMPRESSED,
    /** The compressed data is unreadable. */
    CORRUPT_COMPRESSED,
    /** The checksum of the gzip data is wrong. */
    WRONG_CHECKSUM,
    /** The header {@code x-metadata} is missing. */
    MISSING_METADATA,
    /** The header {@code x-metadata} is not base64url. */
    MALFORMED_METADATA,
    /** The header {@code x-metadata} is base64url of something that is not JSON. */
    METADATA_NOT_JSON,
    /** The metadata is JSON, but neither of a mapped nor of a raw file. */
    UNKNOWN_METADATA,
    /** The header {@code x-metadata} has more than 100,000 characters. */
    OVERSIZED_METADATA,
    /** The connection ends before all of {@code Content-Length}, or the last chunk, has arrived. */
    CUT_CONNECTION;

    /** Whether the file must be compressed to be damaged this way. */
    public boolean needsCompression() {
        return this == CUT_COMPRESSED || this == CORRUPT_COMPRESSED || this == WRONG_CHECKSUM;
    }
}
