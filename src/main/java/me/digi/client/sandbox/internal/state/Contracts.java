package me.digi.client.sandbox.internal.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application's contracts. */
public final class Contracts {
    private final String applicationId;
    private final Map<String, Contract> byId = new LinkedHashMap<>();

    Contracts(String applicationId) {
        this.applicationId = applicationId;
    }

    public String applicationId() {
        return applicationId;
    }

    public void add(Contract contract) {
        if (byId.putIfAbsent(contract.id(), contract) != null) {
            throw new IllegalArgumentException("there is a contract with that id already: " + contract.id());
        }
    }

    public @Nullable Contract byId(String id) {
        return byId.get(id);
    }

    /** The contract that {@code <applicationId>_<contractId>} names, or null. */
    public @Nullable Contract byClientId(String clientId) {
        String prefix = applicationId + "_";
        return clientId.startsWith(prefix) ? byId.get(clientId.substring(prefix.length())) : null;
    }
}
