package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;

/**
 * Decompresses gzip (RFC 1952), of one member or several, and checks each one's length and checksum. The JDK's own
 * {@link java.util.zip.GZIPInputStream} takes anything after a member for the end, and whether it looks for another one
 * depends on {@link InputStream#available()}. For one thread.
 */
final class GzipStream extends InputStream {
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
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
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
                throw damaged("it asks for a dictionary");
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
            throw new DamagedFileException(Problem.COMPRESSED_DATA, "it is no gzip data", e);
        }
    }

    private void startMember() throws IOException {
        if (hadMember && input.isAtEnd()) {
            ended = true;
            return;
        }
        GzipHeader.skip(input, hadMember);
        inflater.reset();
        checksum.reset();
        inMember = true;
        hadMember = true;
    }

    private void endMember() throws IOException {
        input.takeBack(inflater);
        if (input.readInt() != (int) checksum.getValue()) {
            throw damaged("its checksum is wrong");
        }
        if (input.readInt() != (int) inflater.getBytesWritten()) {
            throw damaged("its length is wrong");
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
