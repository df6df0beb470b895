package me.digi.client;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.content.Content;

/** The ways in which an application can pass the same bytes. */
enum Contents {
    BYTES {
        @Override
        Content of(byte[] bytes, Path directory) {
            return Content.of(bytes);
        }
    },
    FILE {
        @Override
        Content of(byte[] bytes, Path directory) throws IOException {
            return Content.of(Files.write(directory.resolve("content-" + bytes.length), bytes));
        }
    },
    REOPENABLE {
        @Override
        Content of(byte[] bytes, Path directory) {
            return Content.repeatable(bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    },
    REOPENABLE_OF_UNKNOWN_LENGTH {
        @Override
        Content of(byte[] bytes, Path directory) {
            return Content.repeatable(() -> new ByteArrayInputStream(bytes));
        }
    },
    ONCE {
        @Override
        Content of(byte[] bytes, Path directory) {
            return Content.oneShot(bytes.length, new ByteArrayInputStream(bytes));
        }
    },
    ONCE_OF_UNKNOWN_LENGTH {
        @Override
        Content of(byte[] bytes, Path directory) {
            return Content.oneShot(new ByteArrayInputStream(bytes));
        }
    };

    /** Empty, less than a block of the cipher, one block, more than one, more than a buffer, and combinations. */
    static final int[] SIZES = {0, 1, 15, 16, 17, 65_536, 300_001};

    abstract Content of(byte[] bytes, Path directory) throws IOException;

    /** Bytes of which no two neighbours are equal. */
    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    /** A stream that records whether it was closed. */
    static final class Watched extends FilterInputStream {
        private boolean closed;

        Watched(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        boolean isClosed() {
            return closed;
        }

        boolean isUntouched() throws IOException {
            return in.available() > 0;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }

    /** A stream that fails in the middle. */
    static InputStream breakingOff(int bytesBefore) {
        return new InputStream() {
            private int left = bytesBefore;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    throw new IOException("the disk is gone");
                }
                int count = Math.min(length, left);
                left -= count;
                return count;
            }
        };
    }
}
