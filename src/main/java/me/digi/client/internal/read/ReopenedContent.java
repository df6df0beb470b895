package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.io.BulkInputStream;

/**
 * Content that is requested again when its connection breaks, within the retry policy. The part already read is read
 * again and compared by checksum; if it has changed, the original failure is thrown. For one thread, except {@link
 * #cancel()}.
 */
final class ReopenedContent extends BulkInputStream {
    private static final int SKIPPED_AT_ONCE = 32 << 10;

    private final Supplier<StreamedResponse> request;
    private final ContentStream.Decoding decoding;
    private final Backoff backoff;
    private final CRC32 checksum = new CRC32();
    private volatile Opened current;
    private volatile boolean isCancelled;
    private long count;
    private int retries;

    /**
     * Opens the content, with retries if its beginning breaks off.
     *
     * @param operation for exceptions
     * @param request sends the request, with retries until a response arrives
     * @throws IOException if the response cannot be read
     */
    ReopenedContent(
            String operation, Supplier<StreamedResponse> request, ContentStream.Decoding decoding, Backoff backoff)
            throws IOException {
        this.request = request;
        this.decoding = decoding;
        this.backoff = backoff;
        this.current = opened(operation);
    }

    private Opened opened(String operation) throws IOException {
        while (true) {
            try {
                return openOnce();
            } catch (IOException failure) {
                retries++;
                if (!isConnectionFailure(failure) || !backoff.allows(retries)) {
                    throw failure;
                }
            }
            backoff.pause(operation, retries);
        }
    }

    /** Closes the response if its content cannot be read. */
    private Opened openOnce() throws IOException {
        StreamedResponse response = request.get();
        boolean isOpened = false;
        try {
            Opened opened = new Opened(response, decoding.decode(response));
            isOpened = true;
            return opened;
        } finally {
            if (!isOpened) {
                response.cancel();
                response.close();
            }
        }
    }

    /** Timeouts and interrupts are not retried. */
    private static boolean isConnectionFailure(IOException failure) {
        return failure instanceof ContentException content
                && content.failure() instanceof NetworkException network
                && network.kind() == Kind.NO_RESPONSE;
    }

    StreamedResponse response() {
        return current.response;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            try {
                int read = current.plain.read(target, offset, length);
                if (read > 0) {
                    checksum.update(target, offset, read);
                    count += read;
                }
                return read;
            } catch (IOException failure) {
                reopen(failure);
            }
        }
    }

    /** Continues with another response, or throws the failure. */
    private void reopen(IOException failure) throws IOException {
        boolean isReopened = false;
        while (!isReopened) {
            retries++;
            if (!isConnectionFailure(failure) || isCancelled || !backoff.allows(retries)) {
                throw failure;
            }
            isReopened = reopenOnce(failure);
        }
    }

    /** Whether another response was read up to the point of failure. */
    private boolean reopenOnce(IOException failure) throws IOException {
        Opened broken = current;
        broken.close();
        boolean isSame;
        try {
            backoff.pause(broken.response.operation(), retries);
            Opened next = openOnce();
            next.response.continues(broken.response);
            current = next;
            if (isCancelled) {
                next.response.cancel();
            }
            isSame = isUnchanged(next.plain);
        } catch (IOException | DigiMeException e) {
            failure.addSuppressed(e);
            if (e instanceof IOException again && isConnectionFailure(again)) {
                return false;
            }
            throw e instanceof NetworkException interrupted && interrupted.kind() == Kind.INTERRUPTED
                    ? new ContentException(interrupted)
                    : failure;
        }
        if (!isSame) {
            throw failure;
        }
        return true;
    }

    private boolean isUnchanged(InputStream plain) throws IOException {
        CRC32 again = new CRC32();
        byte[] buffer = new byte[SKIPPED_AT_ONCE];
        long left = count;
        while (left > 0) {
            int read = plain.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return false;
            }
            again.update(buffer, 0, read);
            left -= read;
        }
        return again.getValue() == checksum.getValue();
    }

    /** Cancels from any thread; reads fail. */
    void cancel() {
        isCancelled = true;
        current.response.cancel();
    }

    @Override
    public void close() {
        current.close();
    }

    /** A response and its plain content. */
    private record Opened(StreamedResponse response, InputStream plain) {
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
    }
}
