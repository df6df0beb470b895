package me.digi.client;

import java.net.URI;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * Which digi.me a client talks to: production unless said otherwise.
 *
 * <pre>{@code
 * Environment staging = Environment.builder()
 *         .baseUrl("https://api.staging.example/v1.7/")
 *         .build();
 * }</pre>
 *
 * <p>Each URL must be absolute {@code https}; plain {@code http} is taken for loopback alone ({@code localhost},
 * {@code 127.0.0.0/8}, {@code [::1]}), which is where a sandbox lives. A URL with user information, a query or a
 * fragment is rejected; a missing slash at the end is added.
 */
@Value.Immutable
@ValueStyle
public abstract class Environment {
    private static final URI PRODUCTION_BASE = URI.create("https://api.digi.me/v1.7/");
    private static final URI PRODUCTION_ONBOARD = URI.create("https://api.digi.me/apps/saas/");
    private static final URI PRODUCTION_CLOUD = URI.create("https://cloud.digi.me/v1/");

    Environment() {}

    /** digi.me's production service, which every client uses unless told otherwise. */
    public static Environment production() {
        return builder().build();
    }

    /** An environment whose parts are production's until they are set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where API calls go; in production {@code https://api.digi.me/v1.7/}. */
    @Value.Default
    public URI baseUrl() {
        return PRODUCTION_BASE;
    }

    /** Where the pages are that a user's browser is sent to; in production {@code https://api.digi.me/apps/saas/}. */
    @Value.Default
    public URI onboardUrl() {
        return PRODUCTION_ONBOARD;
    }

    /** Where the files of a user's storage are; in production {@code https://cloud.digi.me/v1/}. */
    @Value.Default
    public URI cloudUrl() {
        return PRODUCTION_CLOUD;
    }

    @Value.Check
    Environment checked() {
        URI base = ServiceUrl.checked("baseUrl", baseUrl());
        URI onboard = ServiceUrl.checked("onboardUrl", onboardUrl());
        URI cloud = ServiceUrl.checked("cloudUrl", cloudUrl());
        if (base.equals(baseUrl()) && onboard.equals(onboardUrl()) && cloud.equals(cloudUrl())) {
            return this;
        }
        return builder().baseUrl(base).onboardUrl(onboard).cloudUrl(cloud).build();
    }

    /** Builds an {@link Environment}; an invalid URL is rejected in {@link #build()}, by name. */
    public static final class Builder extends ImmutableEnvironment.Builder {
        Builder() {}

        /** Where API calls go. */
        public Builder baseUrl(String url) {
            return baseUrl(ServiceUrl.parse("baseUrl", url));
        }

        /** Where the pages are that a user's browser is sent to. */
        public Builder onboardUrl(String url) {
            return onboardUrl(ServiceUrl.parse("onboardUrl", url));
        }

        /** Where the files of a user's storage are. */
        public Builder cloudUrl(String url) {
            return cloudUrl(ServiceUrl.parse("cloudUrl", url));
        }
    }
}
