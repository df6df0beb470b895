package me.digi.client.push;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Describes a file to push. */
@Value.Immutable
@ValueStyle
public abstract class PushDescriptor {
    PushDescriptor() {}

    /** Returns a builder; {@code mimeType} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Such as {@code application/json}. */
    public abstract String mimeType();

    /** The accounts that the file belongs to; the application chooses the ids. Optional. */
    public abstract List<String> accountIds();

    /** What the file refers to. Optional. */
    public abstract List<String> references();

    /** Tags to find the file by when it is read back. Optional. */
    public abstract List<String> tags();

    @Value.Check
    void check() {
        Require.text("mimeType", mimeType());
        Require.texts("accountIds", accountIds());
        Require.texts("references", references());
        Require.texts("tags", tags());
    }

    /** Builds a {@link PushDescriptor}. */
    public static final class Builder extends ImmutablePushDescriptor.Builder {
        Builder() {}
    }
}
