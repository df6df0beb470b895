package me.digi.client.internal.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** Compressed bytes, passed to an inflater as buffers, and read singly outside of deflate data. For one thread. */
final class GzipInput implements Closeable {
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

    int readByte() throws IOException {
        if (isAtEnd()) {
            throw GzipStream.damaged("truncated gzip data");
        }
        int read = buffer[position++] & 0xFF;
        checksum.update(read);
        return read;
    }

    /** Restarts the checksum of bytes read singly. */
    void startChecksum() {
        checksum.reset();
    }

    /** The lower half of the checksum. */
    int shortChecksum() {
        return (int) checksum.getValue() & 0xFFFF;
    }

    /** Little-endian. */
    int readShort() throws IOException {
        int low = readByte();
        return low | readByte() << 8;
    }

    /** Little-endian. */
    int readInt() throws IOException {
        int low = readShort();
        return low | readShort() << 16;
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
