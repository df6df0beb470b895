package me.digi.client.sandbox.internal.state;

import java.security.KeyPair;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import me.digi.client.sandbox.ContractKind;

/** A contract of the application. */
public final class Contract {
    private final String id;
    private final ContractKind kind;
    private final CompletableFuture<KeyPair> keys;
    private final Changes changes;
    private Set<String> redirectUris;

    public Contract(
            String id, ContractKind kind, CompletableFuture<KeyPair> keys, Set<String> redirectUris, Changes changes) {
        this.id = id;
        this.kind = kind;
        this.keys = keys;
        this.redirectUris = Set.copyOf(redirectUris);
        this.changes = changes;
    }

    public String id() {
        return id;
    }

    public ContractKind kind() {
        return kind;
    }

    /** Returns the keys, and waits until they are available. */
    public KeyPair keys() {
        return keys.join();
    }

    /** Whether {@link #keys()} returns without waiting. */
    public boolean hasKeys() {
        return keys.isDone();
    }

    public Set<String> redirectUris() {
        return redirectUris;
    }

    public void redirectUris(Set<String> registered) {
        redirectUris = Set.copyOf(registered);
        changes.world();
    }
}
