package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.token.Grants;
import me.digi.client.internal.token.TokenPolicy;
import me.digi.client.store.TokenStore;

/** The engine that schedules are for. */
final class Engines {
    static final Engine.Factory REAL = GrantsEngine::new;

    /** As in {@link TokenPolicy#defaults}, but for the polls, of which a schedule would have too many. */
    static final TokenPolicy POLICY = policy();

    /** Of a caller that waits for a minute of the schedule's time at each wait. */
    private static final Deadline WAIT = Deadline.after(Duration.ofMinutes(1), () -> 0);

    private static TokenPolicy policy() {
        TokenPolicy usual = TokenPolicy.defaults();
        return new TokenPolicy(
                usual.lease(),
                usual.renewal(),
                Duration.ofSeconds(2),
                usual.verdict(),
                usual.keyWait(),
                usual.confirmation(),
                usual.gracePeriod(),
                usual.retry(),
                usual.pauseAfterFailure());
    }

    private Engines() {}

    /** Grants, which live as long as their process. */
    private static final class GrantsEngine implements Engine {
        private final Grants grants;
        private final Map<String, User> users = new HashMap<>();

        GrantsEngine(TokenStore store, TokenServer server, Host host, Consumer<TokenEvent> events) {
            grants = new Grants(store, server, host, POLICY, events);
        }

        @Override
        public User user(ContractDetails contract, String userKey) {
            return users.computeIfAbsent(userKey, unseen -> new GrantUser(grants.of(contract, userKey)));
        }

        @Override
        public void close() {
            grants.close();
        }
    }

    private record GrantUser(Grant grant) implements Engine.User {
        @Override
        public UserAccessToken token() {
            return grant.token(WAIT);
        }

        @Override
        public UserAccessToken usable(boolean oneTime) {
            return grant.usable(oneTime, WAIT).pair();
        }

        @Override
        public UserAccessToken replacement(UserAccessToken failed, boolean coded) {
            return grant.replacement(failed, coded, WAIT).pair();
        }

        @Override
        public RefreshResult refresh() {
            return grant.refresh(WAIT);
        }

        @Override
        public void signIn(String code, String codeVerifier) {
            UserAccessToken unused = grant.signIn(code, codeVerifier, WAIT);
        }

        @Override
        public TakeOver takeOver(UserAccessToken pair, TakeOver.Mode mode) {
            return grant.takeOver(pair, mode);
        }

        @Override
        public void forget() {
            grant.forget();
        }

        @Override
        public void status() {
            Object unused = grant.status();
        }
    }
}
