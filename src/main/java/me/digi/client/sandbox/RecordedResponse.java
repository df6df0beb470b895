package me.digi.client.sandbox;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response. The connection may have failed while it was sent.
 *
 * @param errorCode null if it is not an error
 * @param headers without those that the server adds, such as {@code Date}
 * @param body the text, up to 65,536 characters; empty for the bytes of a file
 * @param bytes the length of the body; -1 if it was not known in advance
 * @param after the time from the request to the response
 */
public record RecordedResponse(
        int status, @Nullable String errorCode, Map<String, String> headers, String body, long bytes, Duration after) {
    public RecordedResponse {
        headers = Map.copyOf(headers);
    }
}
