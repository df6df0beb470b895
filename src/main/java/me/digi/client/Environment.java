package me.digi.client;

import java.net.URI;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * The digi.me service that a client uses.
 *
 * <pre>{@code
 * Environment staging = Environment.builder()
 *         .baseUrl("https://api.staging.example/v1.7/")
 *         .build();
 * }</pre>
 *
 * <p>URLs must be absolute {@code https}; unless {@link #allowPlainHttpForDevelopment()}, plain {@code http} is allowed
 * only for loopback ({@code localhost}, {@code 127.0.0.0/8}, {@code [::1]}), such as a sandbox. User information, a
 * query or a fragment is rejected; a missing trailing slash is added.
 */
@Value.Immutable
@ValueStyle
public abstract class Environment {
    private static final URI PRODUCTION_BASE = URI.create("https://api.digi.me/v1.7/");
    private static final URI PRODUCTION_ONBOARD = URI.create("https://api.digi.me/apps/saas/");
    private static final URI PRODUCTION_CLOUD = URI.create("https://cloud.digi.me/v1/");

    Environment() {}

    /** digi.me's production service, the default. */
    public static Environment production() {
        return builder().build();
    }

    /** A builder whose defaults are production's. */
    public static Builder builder() {
        return new Builder();
    }

    /** The API; in production {@code https://api.digi.me/v1.7/}. */
    @Value.Default
    public URI baseUrl() {
        return PRODUCTION_BASE;
    }

    /** The pages for users' browsers; in production {@code https://api.digi.me/apps/saas/}. */
    @Value.Default
    public URI onboardUrl() {
        return PRODUCTION_ONBOARD;
    }

    /** The files of users' storages; in production {@code https://cloud.digi.me/v1/}. */
    @Value.Default
    public URI cloudUrl() {
        return PRODUCTION_CLOUD;
    }

    /**
     * Whether plain {@code http} is allowed for every host, such as a sandbox in another container. Anyone on the
     * network path can then read tokens and data: never in production. Default: false.
     */
    @Value.Default
    public boolean allowPlainHttpForDevelopment() {
        return false;
    }

    @Value.Check
    Environment checked() {
        URI base = ServiceUrl.checked("baseUrl", baseUrl(), allowPlainHttpForDevelopment());
        URI onboard = ServiceUrl.checked("onboardUrl", onboardUrl(), allowPlainHttpForDevelopment());
        URI cloud = ServiceUrl.checked("cloudUrl", cloudUrl(), allowPlainHttpForDevelopment());
        if (base.equals(baseUrl()) && onboard.equals(onboardUrl()) && cloud.equals(cloudUrl())) {
            return this;
        }
        return builder()
                .from(this)
                .baseUrl(base)
                .onboardUrl(onboard)
                .cloudUrl(cloud)
                .build();
    }

    /** Builds an {@link Environment}; {@link #build()} rejects invalid URLs. */
    public static final class Builder extends ImmutableEnvironment.Builder {
        Builder() {}

        /** The API. */
        public Builder baseUrl(String url) {
            return baseUrl(ServiceUrl.parse("baseUrl", url));
        }

        /** The pages for users' browsers. */
        public Builder onboardUrl(String url) {
            return onboardUrl(ServiceUrl.parse("onboardUrl", url));
        }

        /** The files of users' storages. */
        public Builder cloudUrl(String url) {
            return cloudUrl(ServiceUrl.parse("cloudUrl", url));
        }
    }
}
