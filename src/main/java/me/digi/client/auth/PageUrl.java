package me.digi.client.auth;

import java.net.URI;
import me.digi.client.internal.values.ValueStyle;
import me.digi.client.read.Session;
import org.immutables.value.Value;

/** A page to send a user's browser to, and a session that reads their data once they have been there. */
@Value.Immutable
@ValueStyle
public abstract class PageUrl {
    PageUrl() {}

    /** A builder that wants both parts; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The page. Its query is a secret until the user has been there. */
    public abstract URI url();

    /** A session that reads the user's data, once the user has been there. */
    public abstract Session session();

    /** Shows the URL up to its query. */
    @Override
    public final String toString() {
        String page = url().toString().split("[?#]", 2)[0];
        return "PageUrl{url=" + page + "?***, session=" + session() + "}";
    }

    /** Builds a {@link PageUrl}. */
    public static final class Builder extends ImmutablePageUrl.Builder {
        Builder() {}
    }
}
