package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.internal.http.StreamedResponse;

/**
 * A response, and the plain content in it.
 *
 * @param response where it comes from
 * @param plain decrypted and decompressed
 */
public record OpenContent(StreamedResponse response, InputStream plain) {
    /** Lets go of the connection, which is kept only if the content was read to its end. */
    void close() {
        try {
            plain.close();
        } catch (IOException nothingIsLost) {
            // It was only read.
            response.cancel();
        } finally {
            response.close();
        }
    }

    /** Asks for a content. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Asks once.
         *
         * @throws IOException if the response began to come, and what came cannot be read
         * @throws me.digi.client.error.DigiMeException if no response came: that was retried already
         */
        OpenContent open() throws IOException;
    }
}
