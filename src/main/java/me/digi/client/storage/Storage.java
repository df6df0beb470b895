package me.digi.client.storage;

import java.util.Objects;
import me.digi.client.internal.io.Require;

/**
 * A storage; its owner is the user who is authorized with {@code storageId}.
 *
 * @param keyId the id of the storage's key
 */
public record Storage(String id, String keyId) {
    public Storage {
        Require.text("id", id);
        Objects.requireNonNull(keyId, "keyId");
    }
}
