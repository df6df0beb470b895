package me.digi.client.internal.read;

import java.io.IOException;

/** Skips the header of a gzip member (RFC 1952, 2.3). */
final class GzipHeader {
    private static final int MAGIC = 0x8B1F;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int TIME_LEVEL_AND_SYSTEM = 6;
    /** Longer than any file name or comment. */
    private static final int MAX_TEXT_LENGTH = 64 << 10;

    private GzipHeader() {}

    static void skip(GzipInput input, boolean afterAnother) throws IOException {
        input.startChecksum();
        if (input.readShort() != MAGIC) {
            throw GzipStream.damaged(afterAnother ? "trailing data after the gzip stream" : "not gzip data");
        }
        int method = input.readByte();
        int flags = input.readByte();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw GzipStream.damaged("unknown gzip compression method or flags");
        }
        skipBytes(input, TIME_LEVEL_AND_SYSTEM);
        if ((flags & HAS_EXTRA) != 0) {
            skipBytes(input, input.readShort());
        }
        if ((flags & HAS_NAME) != 0) {
            skipText(input);
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText(input);
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            checkChecksum(input);
        }
    }

    private static void checkChecksum(GzipInput input) throws IOException {
        int checksum = input.shortChecksum();
        if (input.readShort() != checksum) {
            throw GzipStream.damaged("wrong checksum of the gzip header");
        }
    }

    private static void skipBytes(GzipInput input, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            input.readByte();
        }
    }

    private static void skipText(GzipInput input) throws IOException {
        for (int length = 0; input.readByte() != 0; length++) {
            if (length == MAX_TEXT_LENGTH) {
                throw GzipStream.damaged(
                        "a name or comment in the gzip header is longer than " + MAX_TEXT_LENGTH + " bytes");
            }
        }
    }
}
