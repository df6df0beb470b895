package me.digi.client.push;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Says what a pushed file is: its type, the accounts that it belongs to, and what it can be found by. */
@Value.Immutable
@ValueStyle
public abstract class PushDescriptor {
    PushDescriptor() {}

    /** A builder that requires a MIME type. */
    public static Builder builder() {
        return new Builder();
    }

    /** The file's MIME type, such as {@code application/json}. */
    public abstract String mimeType();

    /** The accounts that the file belongs to; may be empty. The ids are the application's to choose. */
    public abstract List<String> accountIds();

    /** What the file refers to; none unless set. */
    public abstract List<String> references();

    /** What the file can be found by when it is read back; none unless set. */
    public abstract List<String> tags();

    @Value.Check
    void check() {
        Require.text("mimeType", mimeType());
        accountIds().forEach(id -> Require.text("accountIds", id));
        references().forEach(reference -> Require.text("references", reference));
        tags().forEach(tag -> Require.text("tags", tag));
    }

    /** Builds a {@link PushDescriptor}. */
    public static final class Builder extends ImmutablePushDescriptor.Builder {
        Builder() {}
    }
}
