package me.digi.client.internal.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** Kept literally: digi.me compares it with the contract's redirect URIs. */
final class RedirectUri {
    private RedirectUri() {}

    static String checked(String redirectUri) {
        Objects.requireNonNull(redirectUri, "redirectUri");
        try {
            return checked(new URI(redirectUri));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("redirectUri is not a valid URI: " + redirectUri, e);
        }
    }

    static String checked(URI redirectUri) {
        Objects.requireNonNull(redirectUri, "redirectUri");
        if (!redirectUri.isAbsolute() || redirectUri.isOpaque() || redirectUri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "redirectUri must be an absolute URI with a path or host and no fragment: " + redirectUri);
        }
        return redirectUri.toString();
    }
}
