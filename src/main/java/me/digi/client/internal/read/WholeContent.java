package me.digi.client.internal.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;

/** Reads content into memory, up to a limit. */
final class WholeContent {
    private WholeContent() {}

    static byte[] read(InputStream content, String fileName, long maxBytes) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[32 << 10];
        int count;
        while ((count = content.read(buffer)) >= 0) {
            if (count > maxBytes - whole.size()) {
                throw new FileException(
                        fileName,
                        Problem.TOO_LARGE,
                        "it has more than " + maxBytes + " bytes, the limit for reading into memory",
                        null);
            }
            whole.write(buffer, 0, count);
        }
        return whole.toByteArray();
    }
}
