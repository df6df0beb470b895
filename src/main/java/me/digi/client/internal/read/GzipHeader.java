package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;

/** The header of a gzip member (RFC 1952, 2.3), and the numbers that follow a member. */
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

    static void skip(InputStream in, boolean afterAnother) throws IOException {
        CRC32 checksum = new CRC32();
        InputStream header = new CheckedInputStream(in, checksum);
        if (readShort(header) != MAGIC) {
            throw damaged(afterAnother ? "trailing data after the gzip stream" : "not gzip data");
        }
        int method = readByte(header);
        int flags = readByte(header);
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged("unknown gzip compression method or flags");
        }
        skipBytes(header, TIME_LEVEL_AND_SYSTEM);
        if ((flags & HAS_EXTRA) != 0) {
            skipBytes(header, readShort(header));
        }
        if ((flags & HAS_NAME) != 0) {
            skipText(header);
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText(header);
        }
        int expected = (int) checksum.getValue() & 0xFFFF;
        if ((flags & HAS_CHECKSUM) != 0 && readShort(header) != expected) {
            throw damaged("wrong checksum of the gzip header");
        }
    }

    private static void skipBytes(InputStream header, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            readByte(header);
        }
    }

    private static void skipText(InputStream header) throws IOException {
        for (int length = 0; readByte(header) != 0; length++) {
            if (length == MAX_TEXT_LENGTH) {
                throw damaged("a name or comment in the gzip header is longer than " + MAX_TEXT_LENGTH + " bytes");
            }
        }
    }

    private static int readByte(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw damaged("truncated gzip data");
        }
        return read;
    }

    /** Little-endian. */
    private static int readShort(InputStream in) throws IOException {
        int low = readByte(in);
        return low | readByte(in) << 8;
    }

    /** Little-endian. */
    static int readInt(InputStream in) throws IOException {
        int low = readShort(in);
        return low | readShort(in) << 16;
    }

    static DamagedFileException damaged(String detail) {
        return new DamagedFileException(Problem.COMPRESSED_DATA, detail);
    }
}
