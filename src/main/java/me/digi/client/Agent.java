package me.digi.client;

import java.util.Map;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * The name under which a client introduces itself in the bodies of its requests. digi.me refuses names and versions that
 * it does not know ({@code SDKInvalid}, {@code SDKVersionInvalid}): set one only if digi.me gave it to you.
 */
@Value.Immutable
@ValueStyle
public abstract class Agent {
    Agent() {}

    /** An agent of this name and version. */
    public static Agent of(String name, String version) {
        return builder().name(name).version(version).build();
    }

    /** A builder that wants a name and a version. */
    public static Builder builder() {
        return new Builder();
    }

    /** The name that digi.me knows. */
    public abstract String name();

    /** The version that digi.me takes. */
    public abstract String version();

    /** What else is told; nothing unless set. */
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
