package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The store that all processes of a schedule share. It sees to it that no pair is ever replaced by an older one, and that
 * none is taken for dead that the server honours.
 */
final class ScheduledStore {
    private final TokenStore good = new InMemoryTokenStore();
    private final Fibers fibers;
    private final RotatingServer server;
    private final Map<GrantKey, List<UserAccessToken>> past = new HashMap<>();

    ScheduledStore(Fibers fibers, RotatingServer server) {
        this.fibers = fibers;
        this.server = server;
    }

    /** The store as one process sees it, with that process's trouble. */
    TokenStore of(SimulatedProcess process) {
        return new TokenStore() {
            @Override
            public @Nullable StoredGrant load(GrantKey grant) {
                process.step();
                process.failPerhaps();
                return good.load(grant);
            }

            @Override
            public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                process.step();
                process.failPerhaps();
                boolean written = written(process, grant, expectedVersion, next);
                process.step();
                process.failPerhaps();
                return written;
            }

            @Override
            public void delete(GrantKey grant) {
                throw new UnsupportedOperationException("nobody is deleted in a schedule");
            }
        };
    }

    /** What is stored, past all trouble; null if nothing is. */
    @Nullable
    GrantState state(GrantKey grant) {
        StoredGrant stored = good.load(grant);
        return stored == null ? null : GrantStateJson.read(stored.content());
    }

    /** The pairs that were ever stored, one of which an application may have kept. */
    List<UserAccessToken> past(GrantKey grant) {
        return past.getOrDefault(grant, List.of());
    }

    private boolean written(SimulatedProcess process, GrantKey grant, long expectedVersion, StoredGrant next) {
        GrantState before = state(grant);
        boolean written = good.compareAndSet(grant, expectedVersion, next);
        GrantState after = GrantStateJson.read(next.content());
        if (written) {
            past.computeIfAbsent(grant, unseen -> new ArrayList<>()).add(after.token());
        }
        if (written && after.refusal() != null) {
            fibers.check(() -> assertThat(server.honours(after.token()))
                    .as("the server honours pair %s, which is recorded as refused", server.number(after.token()))
                    .isFalse());
        }
        if (written && before != null) {
            int older = server.number(before.token());
            int newer = server.number(after.token());
            fibers.note(process + " writes pair " + newer + " of " + grant.userKey() + " over " + older + "; attempt "
                    + after.attempt() + ", refusal " + after.refusal());
            fibers.check(() -> assertThat(newer)
                    .as("the pair in the store, after pair %s", older)
                    .isGreaterThanOrEqualTo(older));
        }
        return written;
    }
}
