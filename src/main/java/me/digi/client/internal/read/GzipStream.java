package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.io.BulkInputStream;

/**
 * Decompresses gzip (RFC 1952) with any number of members, and checks the length and checksum of each. {@link
 * java.util.zip.GZIPInputStream} ignores trailing data, and whether it reads further members depends on {@link
 * InputStream#available()}. For one thread.
 */
final class GzipStream extends BulkInputStream {
    private final byte[] input = new byte[32 << 10];
    private final PushbackInputStream compressed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int inputLength;
    private boolean inMember;
    private boolean hadMember;
    private boolean ended;

    GzipStream(InputStream compressed) {
        this.compressed = new PushbackInputStream(compressed, input.length);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                startMember();
                continue;
            }
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw GzipHeader.damaged("the gzip data requires a dictionary");
            } else if (inflater.needsInput()) {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws DamagedFileException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw new DamagedFileException(Problem.COMPRESSED_DATA, "invalid gzip data", e);
        }
    }

    /** Fills the input: inflating what one read gives, which is 8 KiB at most, takes a quarter longer. */
    private void feed() throws IOException {
        inputLength = 0;
        int count = 0;
        do {
            inputLength += count;
            count = compressed.read(input, inputLength, input.length - inputLength);
        } while (count > 0);
        if (inputLength == 0) {
            throw GzipHeader.damaged("truncated gzip data");
        }
        inflater.setInput(input, 0, inputLength);
    }

    private void startMember() throws IOException {
        if (hadMember) {
            int first = compressed.read();
            if (first < 0) {
                ended = true;
                return;
            }
            compressed.unread(first);
        }
        GzipHeader.skip(compressed, hadMember);
        inflater.reset();
        checksum.reset();
        inMember = true;
        hadMember = true;
    }

    private void endMember() throws IOException {
        int unused = inflater.getRemaining();
        compressed.unread(input, inputLength - unused, unused);
        if (GzipHeader.readInt(compressed) != (int) checksum.getValue()) {
            throw GzipHeader.damaged("wrong gzip checksum");
        }
        if (GzipHeader.readInt(compressed) != (int) inflater.getBytesWritten()) {
            throw GzipHeader.damaged("wrong gzip length");
        }
        inMember = false;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        inflater.end();
        compressed.close();
    }
}
