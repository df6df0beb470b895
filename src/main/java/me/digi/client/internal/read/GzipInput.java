package me.digi.client.internal.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/**
 * Compressed bytes, passed to an inflater as buffers, and read singly outside of deflate data: in the header and the
 * checksums of a member. For one thread.
 */
final class GzipInput implements Closeable {
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

    private final InputStream compressed;
    private final byte[] buffer = new byte[16 << 10];
    private final CRC32 checksum = new CRC32();
    private int position;
    private int limit;

    GzipInput(InputStream compressed) {
        this.compressed = compressed;
    }

    /** Passes the rest of the buffer, or the next one, to the inflater. */
    void feed(Inflater inflater) throws IOException {
        if (isAtEnd()) {
            throw GzipStream.damaged("truncated gzip data");
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    /** Takes back what the inflater did not use of the last buffer. */
    void takeBack(Inflater inflater) {
        position = limit - inflater.getRemaining();
    }

    boolean isAtEnd() throws IOException {
        while (position == limit) {
            int count = compressed.read(buffer, 0, buffer.length);
            if (count < 0) {
                return true;
            }
            position = 0;
            limit = count;
        }
        return false;
    }

    private int readByte() throws IOException {
        if (isAtEnd()) {
            throw GzipStream.damaged("truncated gzip data");
        }
        int read = buffer[position++] & 0xFF;
        checksum.update(read);
        return read;
    }

    /** Little-endian. */
    private int readShort() throws IOException {
        int low = readByte();
        return low | readByte() << 8;
    }

    /** Little-endian. */
    int readInt() throws IOException {
        int low = readShort();
        return low | readShort() << 16;
    }

    /** Skips the header of a member (RFC 1952, 2.3). */
    void skipHeader(boolean afterAnother) throws IOException {
        checksum.reset();
        if (readShort() != MAGIC) {
            throw GzipStream.damaged(afterAnother ? "trailing data after the gzip stream" : "not gzip data");
        }
        int method = readByte();
        int flags = readByte();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw GzipStream.damaged("unknown gzip compression method or flags");
        }
        skipBytes(TIME_LEVEL_AND_SYSTEM);
        if ((flags & HAS_EXTRA) != 0) {
            skipBytes(readShort());
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            checkChecksum();
        }
    }

    private void checkChecksum() throws IOException {
        int expected = (int) checksum.getValue() & 0xFFFF;
        if (readShort() != expected) {
            throw GzipStream.damaged("wrong checksum of the gzip header");
        }
    }

    private void skipBytes(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            readByte();
        }
    }

    private void skipText() throws IOException {
        for (int length = 0; readByte() != 0; length++) {
            if (length == MAX_TEXT_LENGTH) {
                throw GzipStream.damaged(
                        "a name or comment in the gzip header is longer than " + MAX_TEXT_LENGTH + " bytes");
            }
        }
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
