package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.internal.token.MadeUpContract;
import me.digi.client.internal.token.schedules.Violations.Kind;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Schedules count what they claim to: an engine that is made to err, from the outside, is found out. */
class SeededFaultsTest {
    private static final int MAX_SCHEDULES = 2000;

    @Test
    void aResponseThatIsDroppedOnArrivalIsLost() {
        assertFound(Kind.LOST, onServer(it -> new Server(it) {
            @Override
            @SuppressWarnings("unused") // The faults that override it look at the request.
            void arrived(TokenRequest request, String token, CallHooks hooks) {
                if (request.operation().equals(TokenRequest.EXCHANGE)) {
                    hooks.arrived(token);
                }
            }
        }));
    }

    @Test
    void aResponseThatIsNotKeptInTheRecordIsLost() {
        assertFound(Kind.LOST, onStore(it -> new Store(it) {
            @Override
            String written(String content) {
                return without("kept", content);
            }
        }));
    }

    @Test
    void aLeaseThatOthersDoNotSeeDoesNotCount() {
        assertFound(Kind.REFRESHED_TWICE, onStore(it -> new Store(it) {
            @Override
            String loaded(String content) {
                return without("lease", content);
            }
        }));
    }

    @Test
    void aVerdictThatOthersDoNotSeeDoesNotCount() {
        assertFound(Kind.REFRESHED_TWICE, onStore(it -> new Store(it) {
            @Override
            String loaded(String content) {
                return without("refusal", content);
            }
        }));
    }

    @Test
    void aLeaseIsNotTakenOverEarly() {
        assertFound(Kind.REFRESHED_TWICE, onHost(it -> new Clockwork(it) {
            @Override
            public long nanos() {
                return super.nanos() * 3;
            }
        }));
    }

    @Test
    void aHolderThatDoesNotRenewItsLeaseIsOvertaken() {
        assertFound(Kind.REFRESHED_TWICE, onHost(it -> new Clockwork(it) {
            @Override
            public Runnable after(Duration delay, Runnable work) {
                return () -> {};
            }
        }));
    }

    @Test
    void aRequestIsNotSentUnderAnOldLease() {
        assertFound(Kind.REFRESHED_TWICE, onServer(it -> new Server(it) {
            @Override
            void beforeSending(CallHooks hooks) {
                // The lease may have been taken over.
            }
        }));
    }

    @Test
    void aResponseIsTriedWithNewKeysBeforeAVerdict() {
        assertFound(Kind.DECLARED_DEAD, onServer(it -> new Server(it) {
            @Override
            public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
                return read(response, old);
            }
        }));
    }

    private static void assertFound(Kind kind, Engine.Factory engines) {
        for (int seed = 1; seed <= MAX_SCHEDULES; seed++) {
            TokenSchedule schedule = TokenSchedule.onModel(seed, MadeUpContract.details(), engines);
            try {
                schedule.run();
            } catch (AssertionError e) {
                // What matters is what was counted before.
            }
            if (schedule.violations.counts().containsKey(kind)) {
                return;
            }
        }
        assertThat(kind).as("never found in %s schedules", MAX_SCHEDULES).isNull();
    }

    private static Engine.Factory onServer(UnaryOperator<TokenServer> fault) {
        return (store, server, host, events) -> Engines.REAL.start(store, fault.apply(server), host, events);
    }

    private static Engine.Factory onStore(UnaryOperator<TokenStore> fault) {
        return (store, server, host, events) -> Engines.REAL.start(fault.apply(store), server, host, events);
    }

    private static Engine.Factory onHost(UnaryOperator<Host> fault) {
        return (store, server, host, events) -> Engines.REAL.start(store, server, fault.apply(host), events);
    }

    private static String without(String member, String content) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(Json.parseObject(content));
        Object unused = members.remove(member);
        return Json.write(members);
    }

    private static class Server implements TokenServer {
        private final TokenServer good;

        Server(TokenServer good) {
            this.good = good;
        }

        void beforeSending(CallHooks hooks) {
            hooks.beforeSending();
        }

        @SuppressWarnings("unused") // The faults that override it look at the request.
        void arrived(TokenRequest request, String token, CallHooks hooks) {
            hooks.arrived(token);
        }

        @Override
        public void prepare() {
            good.prepare();
        }

        @Override
        public void send(ContractDetails contract, TokenRequest request, CallHooks hooks) {
            good.send(contract, request, new CallHooks() {
                @Override
                public void beforeSending() {
                    Server.this.beforeSending(hooks);
                }

                @Override
                public void beforeReplay() {
                    hooks.beforeReplay();
                }

                @Override
                public void arrived(String token) {
                    Server.this.arrived(request, token, hooks);
                }
            });
        }

        @Override
        public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
            return good.read(response, old);
        }

        @Override
        public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
            return good.readAfterLookup(response, old);
        }
    }

    private static class Store implements TokenStore {
        private final TokenStore good;

        Store(TokenStore good) {
            this.good = good;
        }

        String loaded(String content) {
            return content;
        }

        String written(String content) {
            return content;
        }

        @Override
        public @Nullable StoredGrant load(GrantKey grant) {
            StoredGrant stored = good.load(grant);
            return stored == null ? null : new StoredGrant(stored.version(), loaded(stored.content()));
        }

        @Override
        public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            return good.compareAndSet(grant, expectedVersion, new StoredGrant(next.version(), written(next.content())));
        }

        @Override
        public void delete(GrantKey grant) {
            good.delete(grant);
        }
    }

    private static class Clockwork implements Host {
        private final Host good;

        Clockwork(Host good) {
            this.good = good;
        }

        @Override
        public Instant now() {
            return good.now();
        }

        @Override
        public long nanos() {
            return good.nanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            good.sleep(duration);
        }

        @Override
        public <T> T await(CompletableFuture<T> future, Duration patience)
                throws InterruptedException, ExecutionException, TimeoutException {
            return good.await(future, patience);
        }

        @Override
        public void execute(Runnable work) {
            good.execute(work);
        }

        @Override
        public Runnable after(Duration delay, Runnable work) {
            return good.after(delay, work);
        }

        @Override
        public void requestSent(CompletableFuture<?> landed) {
            good.requestSent(landed);
        }
    }
}
