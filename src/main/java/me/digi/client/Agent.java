package me.digi.client;

import java.util.Map;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * The SDK name and version that requests carry in their bodies. digi.me refuses unknown ones ({@code SDKInvalid},
 * {@code SDKVersionInvalid}): set an agent only if digi.me assigned you one.
 */
@Value.Immutable
@ValueStyle
public abstract class Agent {
    Agent() {}

    public static Agent of(String name, String version) {
        return builder().name(name).version(version).build();
    }

    /** A builder that requires a name and a version. */
    public static Builder builder() {
        return new Builder();
    }

    /** The name, as registered with digi.me. */
    public abstract String name();

    /** The version, as registered with digi.me. */
    public abstract String version();

    /** Additional metadata. Default: empty. */
    public abstract Map<String, String> meta();

    @Value.Check
    void check() {
        Require.text("name", name());
        Require.text("version", version());
    }

    /** Builds an {@link Agent}. */
    public static final class Builder extends ImmutableAgent.Builder {
        Builder() {}
    }
}
