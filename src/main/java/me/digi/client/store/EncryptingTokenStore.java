package me.digi.client.store;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts another store's records with the application's keys, so that read access to its files or table does not
 * give access to users' data.
 *
 * <pre>{@code
 * TokenStore store = new EncryptingTokenStore(new JdbcTokenStore(dataSource), keys);
 * }</pre>
 *
 * <p>Records are encrypted with AES-256-GCM and a random nonce, bound to their grant and version: one that was
 * changed, or copied to another grant or version, is rejected with a {@link TokenStoreException}. Not detected: an
 * old record restored together with its version; guard against that in the database. Grants and their
 * {@linkplain GrantSummary summaries} can be read and altered; they decide only which users a sweep visits and
 * what lists show.
 *
 * <p>Unencrypted records are rejected too. To encrypt a store in use, write each record once: {@code
 * encrypting.compareAndSet(grant, plain.version(), plain.next(plain.content()))}, with {@code plain} loaded from the
 * wrapped store. Their summaries are unknown until the next write.
 */
public final class EncryptingTokenStore implements TokenStore {
    private final TokenStore store;
    private final GrantCipher cipher;

    /** Encrypts with the current key, and decrypts with any of the keys. */
    public EncryptingTokenStore(TokenStore store, TokenKeys keys) {
        this.store = Objects.requireNonNull(store, "store");
        cipher = new GrantCipher(Objects.requireNonNull(keys, "keys"), new SecureRandom());
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        StoredGrant stored = store.load(grant);
        return stored == null ? null : cipher.decrypt(grant, stored);
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        return store.compareAndSet(grant, expectedVersion, cipher.encrypt(grant, next));
    }

    @Override
    public void delete(GrantKey grant) {
        store.delete(grant);
    }

    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        return store.list(contractId, after, limit);
    }
}
