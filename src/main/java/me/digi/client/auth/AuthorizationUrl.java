package me.digi.client.auth;

import java.net.URI;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.values.ValueStyle;
import me.digi.client.read.Session;
import org.immutables.value.Value;

/**
 * Where to send the user's browser, and what to keep until it comes back. The code verifier and the URL's query are
 * secrets and never print.
 */
@Value.Immutable
@ValueStyle
public abstract class AuthorizationUrl {
    AuthorizationUrl() {}

    /** A builder that wants all three parts; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The page to send the user's browser to. */
    public abstract URI url();

    /** What exchanges the code that the callback brings: keep it with the user's session, and never send it anywhere. */
    @Value.Redacted
    public abstract String codeVerifier();

    /** A session that reads the user's data, once the user has consented. */
    public abstract Session session();

    @Value.Check
    void check() {
        Require.secret("codeVerifier", codeVerifier());
    }

    /** Shows the URL up to its query. */
    @Override
    public final String toString() {
        String page = url().toString().split("[?#]", 2)[0];
        return "AuthorizationUrl{url=" + page + "?***, codeVerifier=***, session=" + session() + "}";
    }

    /** Builds an {@link AuthorizationUrl}. */
    public static final class Builder extends ImmutableAuthorizationUrl.Builder {
        Builder() {}
    }
}
