package me.digi.client.storage;

import java.util.Objects;
import me.digi.client.internal.io.Require;

/**
 * A storage. A new one belongs to nobody until a user is authorized with {@code storageId}.
 *
 * @param id its id
 * @param keyId the id of its key
 */
public record Storage(String id, String keyId) {
    /** Rejects blank ids. */
    public Storage {
        Require.text("id", Objects.requireNonNull(id, "id"));
        Objects.requireNonNull(keyId, "keyId");
    }
}
