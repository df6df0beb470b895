package me.digi.client.sandbox.internal.state;

import java.time.Instant;

/** A user with a library. */
public final class User {
    private final String id;
    private final Instant createdAt;
    private final Library library;
    private boolean deleted;

    User(String id, Instant createdAt, Changes changes) {
        this.id = id;
        this.createdAt = createdAt;
        this.library = new Library(() -> changes.user(this));
    }

    public String id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Library library() {
        return library;
    }

    /** Whether the user was deleted, and all tokens are invalid. */
    public boolean isDeleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }
}
