package me.digi.client.store;

import java.util.List;
import java.util.function.Function;

/** Token stores that fail or break the contract. */
public final class Stores {
    private Stores() {}

    static TokenStore failingWith(RuntimeException failure) {
        return new TokenStore() {
            @Override
            public StoredGrant load(GrantKey grant) {
                throw failure;
            }

            @Override
            public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                throw failure;
            }

            @Override
            public void delete(GrantKey grant) {
                throw failure;
            }

            @Override
            public List<StoredUser> list(String contractId, String after, int limit) {
                throw failure;
            }
        };
    }

    /** An empty store that supports no lists. */
    public static TokenStore unlistable() {
        return new TokenStore() {
            @Override
            public StoredGrant load(GrantKey grant) {
                return null;
            }

            @Override
            public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                return false;
            }

            @Override
            public void delete(GrantKey grant) {}
        };
    }

    /** A store that changes each key. */
    static TokenStore withKeys(Function<GrantKey, GrantKey> change) {
        return new Wrapping(new InMemoryTokenStore()) {
            @Override
            GrantKey key(GrantKey grant) {
                return change.apply(grant);
            }
        };
    }

    /** A good store that a test changes. */
    public static class Wrapping implements TokenStore {
        protected final TokenStore good;

        protected Wrapping(TokenStore good) {
            this.good = good;
        }

        GrantKey key(GrantKey grant) {
            return grant;
        }

        @Override
        public StoredGrant load(GrantKey grant) {
            return good.load(key(grant));
        }

        @Override
        public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            return good.compareAndSet(key(grant), expectedVersion, next);
        }

        @Override
        public void delete(GrantKey grant) {
            good.delete(key(grant));
        }

        @Override
        public List<StoredUser> list(String contractId, String after, int limit) {
            return good.list(contractId, after, limit);
        }
    }
}
