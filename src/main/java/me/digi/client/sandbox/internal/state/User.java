package me.digi.client.sandbox.internal.state;

/** A person with a library. */
public final class User {
    private final String id;
    private final Library library;
    private boolean deleted;

    User(String id, Library library) {
        this.id = id;
        this.library = library;
    }

    public String id() {
        return id;
    }

    public Library library() {
        return library;
    }

    /** Whether the person has gone: whatever token there is of theirs is dead. */
    public boolean isDeleted() {
        return deleted;
    }

    public void delete() {
        deleted = true;
    }
}
