package me.digi.client.sandbox.internal.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application's contracts. */
public final class Contracts {
    private final String applicationId;
    private final Changes changes;
    private final Map<String, Contract> byId = new LinkedHashMap<>();

    Contracts(String applicationId, Changes changes) {
        this.changes = changes;
        this.applicationId = applicationId;
    }

    public String applicationId() {
        return applicationId;
    }

    public void add(Contract contract) {
        if (byId.putIfAbsent(contract.id(), contract) != null) {
            throw new IllegalArgumentException("the contract already exists: " + contract.id());
        }
        changes.world();
    }

    public Collection<Contract> all() {
        return byId.values();
    }

    public @Nullable Contract byId(String id) {
        return byId.get(id);
    }

    /** Returns the contract with the client id {@code <applicationId>_<contractId>}, or null. */
    public @Nullable Contract byClientId(String clientId) {
        String prefix = applicationId + "_";
        return clientId.startsWith(prefix) ? byId.get(clientId.substring(prefix.length())) : null;
    }
}
