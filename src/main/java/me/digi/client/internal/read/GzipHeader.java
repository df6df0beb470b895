package me.digi.client.internal.read;

import java.io.IOException;

/** The header of a gzip member (RFC 1952, 2.3), of which nothing is of use here but where it ends. */
final class GzipHeader {
    private static final int MAGIC = 0x8B1F;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int TIME_LEVEL_AND_SYSTEM = 6;
    /** Longer than any file's name, and than what is said of one. */
    private static final int LONGEST_TEXT = 64 << 10;

    private GzipHeader() {}

    static void skip(GzipInput input, boolean afterAnother) throws IOException {
        input.startChecksum();
        if (input.readShort() != MAGIC) {
            throw GzipStream.damaged(
                    afterAnother ? "something comes after the end of the gzip data" : "it is no gzip data");
        }
        int method = input.readByte();
        int flags = input.readByte();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw GzipStream.damaged("it is of a kind of gzip that RFC 1952 does not know");
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
            throw GzipStream.damaged("the checksum of its header is wrong");
        }
    }

    private static void skipBytes(GzipInput input, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            input.readByte();
        }
    }

    private static void skipText(GzipInput input) throws IOException {
        for (int length = 0; input.readByte() != 0; length++) {
            if (length == LONGEST_TEXT) {
                throw GzipStream.damaged("a text in its header is longer than " + LONGEST_TEXT + " bytes");
            }
        }
    }
}
