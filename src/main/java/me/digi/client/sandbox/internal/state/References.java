package me.digi.client.sandbox.internal.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short-lived names for ids that must not appear in the address of a page. */
public final class References {
    private final RandomText random;
    private final Map<String, Reference> byId = new Newest<>();

    References(RandomText random) {
        this.random = random;
    }

    /** Creates a name for what is meant. */
    public String create(Contract contract, String type, String value) {
        String id = random.next(18);
        byId.put(id, new Reference(contract, type, value));
        return id;
    }

    public @Nullable Reference byId(String id) {
        return byId.get(id);
    }

    /** What a name stands for: an account ({@code accountId}) or a storage ({@code cloudId}). */
    public record Reference(Contract contract, String type, String value) {}
}
