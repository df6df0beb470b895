package me.digi.client.internal.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** Where the browser comes back to, kept to the letter: it is compared with what the contract has. */
final class CallbackUri {
    private CallbackUri() {}

    static String checked(String callback) {
        Objects.requireNonNull(callback, "callback");
        try {
            return checked(new URI(callback));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("callback is not a URI: " + callback, e);
        }
    }

    static String checked(URI callback) {
        Objects.requireNonNull(callback, "callback");
        if (!callback.isAbsolute() || callback.isOpaque() || callback.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "callback must be an absolute URI with a path or host and no fragment: " + callback);
        }
        return callback.toString();
    }
}
