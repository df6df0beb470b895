package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.internal.http.StreamedResponse;

/**
 * A response and its content.
 *
 * @param plain decrypted and decompressed
 */
public record OpenContent(StreamedResponse response, InputStream plain) {
    /** Releases the connection, which is reused only if the content was read to its end. */
    void close() {
        try {
            plain.close();
        } catch (IOException nothingIsLost) {
            // Nothing is lost: the stream was only read.
            response.cancel();
        } finally {
            response.close();
        }
    }

    @FunctionalInterface
    public interface Opener {
        /**
         * Sends the request once.
         *
         * @throws IOException if a response arrived but cannot be read
         * @throws me.digi.client.error.DigiMeException if no response arrived, after retries
         */
        OpenContent open() throws IOException;
    }
}
