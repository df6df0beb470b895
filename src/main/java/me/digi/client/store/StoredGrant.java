package me.digi.client.store;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A store's record of a grant: a version, an opaque text, and a plain summary for lists. The summary is derived from
 * the content: records are equal if their versions and contents are.
 *
 * <p>The content is secret: it never prints, and JSON libraries find nothing to write.
 */
public final class StoredGrant {
    private static final long FIRST_VERSIONS = 1L << 40;

    private final long version;
    // Transient: JSON libraries that serialize fields skip it.
    private final transient String content;
    private final GrantSummary summary;

    /** The version is 1 or more; the content has no NUL or unpaired surrogate. */
    public StoredGrant(long version, String content, GrantSummary summary) {
        PlainText.find(Objects.requireNonNull(content, "content"), character -> character == 0)
                .ifPresent(at -> {
                    throw new IllegalArgumentException("content has a NUL or an unpaired surrogate at index " + at);
                });
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        this.version = version;
        this.content = content;
        this.summary = Objects.requireNonNull(summary, "summary");
    }

    /** A record with an unknown summary. */
    public StoredGrant(long version, String content) {
        this(version, content, GrantSummary.unknown());
    }

    /** Incremented with each write; the {@linkplain #first first record's} is random. */
    public long version() {
        return version;
    }

    /** The grant's state as JSON, token pair included. Secret. */
    public String content() {
        return content;
    }

    /** Shown by {@link TokenStore#list}; {@link TokenStore#load} may omit it. */
    public GrantSummary summary() {
        return summary;
    }

    /**
     * A grant's first record, with a random version: a writer that remembers a record from before the grant was
     * deleted and created anew cannot overwrite the new token pair with the old one.
     */
    public static StoredGrant first(String content, GrantSummary summary) {
        return new StoredGrant(ThreadLocalRandom.current().nextLong(1, FIRST_VERSIONS), content, summary);
    }

    /** {@link #first(String, GrantSummary)} with an unknown summary. */
    public static StoredGrant first(String content) {
        return first(content, GrantSummary.unknown());
    }

    /** The record that follows this one, with an unknown summary. */
    public StoredGrant next(String nextContent) {
        return new StoredGrant(version + 1, nextContent);
    }

    /** Throws if this record cannot follow the expected version. */
    void requireFollows(long expectedVersion) {
        if (expectedVersion < 0 || (expectedVersion > 0 && version != expectedVersion + 1)) {
            throw new IllegalArgumentException(
                    "a record of version " + version + " cannot follow version " + expectedVersion);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredGrant grant && version == grant.version && content.equals(grant.content);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(version) + content.hashCode();
    }

    @Override
    public String toString() {
        return "StoredGrant[version=" + version + ", content=***]";
    }
}
