package me.digi.client.store;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a grant: a version, a text that it need not understand, and a plain summary for lists. The summary
 * follows from the content, so two records are equal if their versions and contents are.
 *
 * <p>The content is a secret: it never prints, and JSON libraries find nothing to write.
 */
public final class StoredGrant {
    private static final long FIRST_VERSIONS = 1L << 40;

    private final long version;
    // Transient: what makes JSON of fields passes it over.
    private final transient String content;
    private final GrantSummary summary;

    /** Rejects a version below 1, and a content that is not plain text: with a NUL or half a surrogate pair. */
    public StoredGrant(long version, String content, GrantSummary summary) {
        PlainText.find(Objects.requireNonNull(content, "content"), character -> character == 0)
                .ifPresent(at -> {
                    throw new IllegalArgumentException("content has a NUL or half a surrogate pair at " + at);
                });
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
        this.version = version;
        this.content = content;
        this.summary = Objects.requireNonNull(summary, "summary");
    }

    /** A record whose summary is unknown. */
    public StoredGrant(long version, String content) {
        this(version, content, GrantSummary.unknown());
    }

    /** One more with each write; a grant's first record may have any from 1 up, see {@link #first}. */
    public long version() {
        return version;
    }

    /** The grant's state as JSON, token pair included: a secret. */
    public String content() {
        return content;
    }

    /** What {@link TokenStore#list} shows of the record; {@link TokenStore#load} need not return it. */
    public GrantSummary summary() {
        return summary;
    }

    /**
     * The first record of a grant, with a version picked at random. So a writer that still remembers a record from before
     * the grant was deleted does not meet the same version again when the grant has been made anew, and cannot write an
     * old token pair over the new one.
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

    /** Rejects a record that cannot follow the expected version. */
    void requireFollows(long expectedVersion) {
        if (expectedVersion < 0 || (expectedVersion > 0 && version != expectedVersion + 1)) {
            throw new IllegalArgumentException(
                    "a record of version " + version + " cannot follow on version " + expectedVersion);
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
