package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
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
    private final GzipInput input;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private boolean hadMember;
    private boolean ended;

    GzipStream(InputStream compressed) {
        this.input = new GzipInput(compressed);
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
                throw damaged("the gzip data requires a dictionary");
            } else if (inflater.needsInput()) {
                input.feed(inflater);
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

    private void startMember() throws IOException {
        if (hadMember && input.isAtEnd()) {
            ended = true;
            return;
        }
        input.skipHeader(hadMember);
        inflater.reset();
        checksum.reset();
        inMember = true;
        hadMember = true;
    }

    private void endMember() throws IOException {
        input.takeBack(inflater);
        if (input.readInt() != (int) checksum.getValue()) {
            throw damaged("wrong gzip checksum");
        }
        if (input.readInt() != (int) inflater.getBytesWritten()) {
            throw damaged("wrong gzip length");
        }
        inMember = false;
    }

    static DamagedFileException damaged(String detail) {
        return new DamagedFileException(Problem.COMPRESSED_DATA, detail);
    }

    @Override
    public void close() throws IOException {
        ended = true;
        inflater.end();
        input.close();
    }
}
