package me.digi.client.internal.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** Compressed bytes, handed to an inflater by the buffer, and read one by one around what it inflates. For one thread. */
final class GzipInput implements Closeable {
    private final InputStream compressed;
    private final byte[] buffer = new byte[16 << 10];
    private final CRC32 checksum = new CRC32();
    private int position;
    private int limit;

    GzipInput(InputStream compressed) {
        this.compressed = compressed;
    }

    /** Gives the inflater all that is here, or the next buffer full. */
    void feed(Inflater inflater) throws IOException {
        if (isAtEnd()) {
            throw GzipStream.damaged("it ends in the middle of the gzip data");
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    /** Takes what the inflater has not used, which was the last to be given to it. */
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
            throw GzipStream.damaged("it ends in the middle of the gzip data");
        }
        int read = buffer[position++] & 0xFF;
        checksum.update(read);
        return read;
    }

    /** Has the checksum begin anew, with the next byte that is read one by one. */
    void startChecksum() {
        checksum.reset();
    }

    /** The lower half of the checksum of the bytes read one by one since. */
    int shortChecksum() {
        return (int) checksum.getValue() & 0xFFFF;
    }

    /** Two bytes, the lower one first. */
    int readShort() throws IOException {
        int low = readByte();
        return low | readByte() << 8;
    }

    /** Four bytes, the lower ones first. */
    int readInt() throws IOException {
        int low = readShort();
        return low | readShort() << 16;
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
