package me.digi.client.store;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what another store keeps, with keys of the application, so that who can read the files or the table cannot act
 * for the users.
 *
 * <pre>{@code
 * TokenStore store = new EncryptingTokenStore(new JdbcTokenStore(dataSource), keys);
 * }</pre>
 *
 * <p>Each record is encrypted with AES-256-GCM and a random nonce of its own, and is bound to its grant and its version:
 * one that was changed, or copied to another grant or another version, is refused with a {@link TokenStoreException}. What
 * this cannot tell is that somebody has put back an old record together with its old version; a database's own means guard
 * against that. Which grants there are, and their {@linkplain GrantSummary summaries}, stay visible and are not protected
 * against changes: they decide nothing but which users the sweep looks at, and lists show them without opening a record.
 *
 * <p>A record that was stored unencrypted is refused too. To encrypt a store that is in use, write each record once: {@code
 * encrypting.compareAndSet(grant, plain.version(), plain.next(plain.content()))} where {@code plain} is what the wrapped
 * store loads. The summary of such a record is unknown until it is written next.
 */
public final class EncryptingTokenStore implements TokenStore {
    private final TokenStore store;
    private final GrantCipher cipher;

    /** Encrypts with the current key before the store gets to see a record, and decrypts with any of the keys. */
    public EncryptingTokenStore(TokenStore store, TokenKeys keys) {
        this.store = Objects.requireNonNull(store, "store");
        cipher = new GrantCipher(Objects.requireNonNull(keys, "keys"), new SecureRandom());
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        StoredGrant stored = store.load(grant);
        if (stored == null) {
            return null;
        }
        try {
            return cipher.decrypt(grant, stored);
        } catch (GrantCipher.CipherFailedException e) {
            throw TokenStoreException.unreadable(grant, String.valueOf(e.getMessage()), e.getCause());
        }
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        StoredGrant encrypted;
        try {
            encrypted = cipher.encrypt(grant, next);
        } catch (GrantCipher.CipherFailedException e) {
            throw new TokenStoreException(Operation.WRITE, grant, String.valueOf(e.getMessage()), e.getCause());
        }
        return store.compareAndSet(grant, expectedVersion, encrypted);
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
