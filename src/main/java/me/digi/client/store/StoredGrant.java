package me.digi.client.store;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a store keeps of a grant: a version, and a text that it need not understand.
 *
 * @param version one more with each write; a grant's first record may have any from 1 up, see {@link #first}
 * @param content the grant's state as JSON, token pair included: a secret
 */
public record StoredGrant(long version, String content) {
    private static final long FIRST_VERSIONS = 1L << 40;

    /** Refuses a version below 1, and a content that is not plain text: with a NUL or half a surrogate pair. */
    public StoredGrant {
        PlainText.find(Objects.requireNonNull(content, "content"), character -> character == 0)
                .ifPresent(at -> {
                    throw new IllegalArgumentException("content has a NUL or half a surrogate pair at " + at);
                });
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
    }

    /**
     * The first record of a grant, with a version picked at random. So a writer that still remembers a record from before
     * the grant was deleted does not meet the same version again when the grant has been made anew, and cannot write an
     * old token pair over the new one.
     */
    public static StoredGrant first(String content) {
        return new StoredGrant(ThreadLocalRandom.current().nextLong(1, FIRST_VERSIONS), content);
    }

    /** The record that follows on this one. */
    public StoredGrant next(String nextContent) {
        return new StoredGrant(version + 1, nextContent);
    }

    /** Refuses a record that cannot follow on the expected version. */
    void requireFollows(long expectedVersion) {
        if (expectedVersion < 0 || (expectedVersion > 0 && version != expectedVersion + 1)) {
            throw new IllegalArgumentException(
                    "a record of version " + version + " cannot follow on version " + expectedVersion);
        }
    }

    @Override
    public String toString() {
        return "StoredGrant[version=" + version + ", content=***]";
    }
}
