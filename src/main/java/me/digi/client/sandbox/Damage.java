package me.digi.client.sandbox;

/** What is wrong with a file that is handed out, by name. */
public enum Damage {
    /** The last 16 bytes are missing: the length is possible, the padding is not there. */
    CUT_CIPHERTEXT,
    /** The last 7 bytes are missing: no length that ciphertext can have. */
    WRONG_LENGTH,
    /** There are only the first 200 bytes: not even the encrypted key is whole. */
    TOO_SHORT,
    /** What the last block decrypts to does not end in padding. */
    BAD_PADDING,
    /** The content is encrypted for somebody else's key. */
    WRONG_KEY,
    /** The metadata name a compression that nobody knows. */
    UNKNOWN_COMPRESSION,
    /** The compressed data end early; what is there is encrypted as it should be. */
    CUT_COMPRESSED,
    /** The compressed data are none that can be read. */
    CORRUPT_COMPRESSED,
    /** The checksum at the end of the gzip data is not that of the content. */
    WRONG_CHECKSUM,
    /** The header {@code x-metadata} does not come. */
    MISSING_METADATA,
    /** The header {@code x-metadata} is not base64url. */
    MALFORMED_METADATA,
    /** The header {@code x-metadata} is base64url, and what it stands for is not JSON. */
    METADATA_NOT_JSON,
    /** The metadata are JSON, and neither those of a mapped file nor those of a raw one. */
    UNKNOWN_METADATA,
    /** The header {@code x-metadata} has 100 000 characters and more. */
    OVERSIZED_METADATA,
    /** The connection ends before as many bytes arrived as {@code Content-Length} promises (or before the last chunk). */
    CUT_CONNECTION;

    /** Whether the damage is done to compressed data, and there have to be some. */
    public boolean needsCompression() {
        return this == CUT_COMPRESSED || this == CORRUPT_COMPRESSED || this == WRONG_CHECKSUM;
    }
}
