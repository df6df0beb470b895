package guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.error.VerificationException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.FileTokenStore;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/tokens.md}. */
class TokensTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    @TempDir
    Path directory;

    private final List<Object> shown = new ArrayList<>();
    private PendingConsent page;

    private final DigiMe digiMe;
    private final ContractDetails contract;
    private final UserAccessToken token;
    private final DigiMeUser user;

    TokensTest(DigiMe digiMe, ContractDetails contract, UserAccessToken token, DigiMeUser user) {
        this.digiMe = digiMe;
        this.contract = contract;
        this.token = token;
        this.user = user;
    }

    @Test
    void tokenRefreshesItself(Sandbox sandbox) {
        // docs: a token that refreshes itself
        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .tokenStore(new FileTokenStore(directory))
                .environment(sandbox.environment()) // hidden
                .clock(sandbox.clock()) // hidden
                .build();

        Authorized consent = allow(sandbox, consentPage(digiMe)); // hidden
        digiMe.signIn(contract, "user-42", consent); // once, when the user has consented

        DigiMeUser user = digiMe.user(contract, "user-42"); // from then on, in any process
        show(user.listAccounts());
        // docs: end
        digiMe.close();
        assertThat(shown).hasSize(1);
    }

    @Test
    void userConsentsAgain(Sandbox sandbox) {
        sandbox.revoke(token.userId());
        digiMe.takeOver(contract, "user-42", token);
        consentsAgain();
        Authorized consent = allow(sandbox, page);
        // docs: reauthorize, back
        DigiMeUser user = digiMe.signIn(contract, "user-42", consent).user(); // replaces the refused pair
        // docs: end
        assertThat(user.listAccounts()).hasSize(3);
        assertThat(user.loadToken().userId()).isEqualTo(token.userId());
    }

    private void consentsAgain() {
        DigiMeUser user = digiMe.user(contract, "user-42");
        // docs: reauthorize
        try {
            show(user.listAccounts());
        } catch (ReauthorizationRequiredException e) {
            PendingConsent pending =
                    user.reauthorize().redirectUri("https://my.app/back").start();
            redirect(pending); // from here on as with the first consent
        }
        // docs: end
    }

    @Test
    void lostResponseByHandIsFollowedByOneReplay(Sandbox sandbox) {
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        assertThat(refresh(token)).isInstanceOf(RefreshResult.Refreshed.class);
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        assertThat(refresh(token)).isInstanceOf(RefreshResult.Reauthorize.class);
    }

    @Test
    void h21_byHandIsReplayedAsTheEngineDoes(Sandbox sandbox) {
        UserAccessToken newest = token;
        for (Fault fault : List.of(
                CannedResponse.empty(500),
                CannedResponse.html(502),
                CannedResponse.empty(429),
                CannedResponse.html(200))) {
            sandbox.failNext(Operation.REFRESH_TOKEN, fault);
            newest = ((RefreshResult.Refreshed) refresh(newest)).token();
        }
        UserAccessToken last = newest;
        sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(400, "ValidationErrors", "no"));
        int before = sandbox.requests().count(Operation.REFRESH_TOKEN);
        assertThatThrownBy(() -> refresh(last)).isInstanceOf(ApiException.class);
        assertThat(sandbox.requests().count(Operation.REFRESH_TOKEN)).isEqualTo(before + 1);
    }

    // docs: in doubt
    private RefreshResult refresh(UserAccessToken token) {
        try {
            return digiMe.refreshToken(contract, token);
        } catch (ApiException e) {
            if (e.status() < 500 && e.status() != 429) {
                throw e; // refused for another reason than the token
            }
        } catch (NetworkException e) {
            if (!e.requestMayHaveArrived() || e.kind() == NetworkException.Kind.INTERRUPTED) {
                throw e; // digi.me has not seen it, or this thread is to stop
            }
        } catch (UnexpectedResponseException | VerificationException e) {
            log(e); // a response came, and it cannot be read
        }
        return digiMe.refreshToken(contract, token); // once: a new pair, or Reauthorize
    }
    // docs: end

    private static void log(Exception e) {
        assertThat(e).hasMessageContaining("refreshToken");
    }

    @Test
    void listenerIsCalledForEachNewPair(Sandbox sandbox) throws InterruptedException {
        BlockingQueue<UserAccessToken> kept = new LinkedBlockingQueue<>();
        List<Object> alarms = new ArrayList<>();
        // docs: listen
        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment()) // hidden
                .clock(sandbox.clock()) // hidden
                .tokenListener(event -> {
                    if (event instanceof TokenEvent.Changed changed) {
                        kept.add(changed.token());
                    } else if (event instanceof TokenEvent.ReauthorizationNeeded needed) {
                        alarms.add(needed.grant().userKey());
                    }
                })
                .build();
        // docs: end
        digiMe.takeOver(contract, "user-42", token);
        digiMe.user(contract, "user-42").refresh();
        assertThat(kept.poll(1, TimeUnit.MINUTES)).isEqualTo(token);
        assertThat(kept.poll(1, TimeUnit.MINUTES)).isNotNull();
        digiMe.close();
        assertThat(alarms).isEmpty();
    }

    @Test
    void userWhomDigiMeNoLongerKnowsAuthorizesAgain(Sandbox sandbox) {
        try (DigiMe elsewhere = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build()) {
            elsewhere.takeOver(contract, "user-42", token);
            elsewhere.user(contract, "user-42").delete();
        }
        // docs: unknown token
        PendingConsent pending;
        try {
            pending = user.reauthorize().redirectUri("https://my.app/back").start();
        } catch (UnknownTokenException e) {
            pending = digiMe.authorize(contract)
                    .redirectUri("https://my.app/back")
                    .start();
        }
        redirect(pending);
        // docs: end
        assertThat(pending.url().getPath()).endsWith("/authorize");
    }

    @Test
    void statusSaysWhyAUserWasLoggedOut(Sandbox sandbox) {
        sandbox.revoke(token.userId());
        user.refresh();
        // docs: status
        TokenStatus status = user.loadTokenStatus();
        show(status.state() + " " + status.lastErrorCode() + " " + status.lastErrorReference());
        // docs: end
        assertThat(shown.get(0).toString()).startsWith("REAUTHORIZE InvalidToken");
    }

    @Test
    void encryptsWhatIsStored(Sandbox sandbox) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        // docs: encrypt
        TokenKeys keys = TokenKeys.builder().current("2026-11", key).build(); // 32 bytes
        TokenStore store = new EncryptingTokenStore(new FileTokenStore(directory), keys);
        // docs: end
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .tokenStore(store)
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build()) {
            digiMe.takeOver(contract, "user-42", token);
            GrantKey grant = digiMe.user(contract, "user-42").loadTokenStatus().grant();
            assertThat(new FileTokenStore(directory).load(grant).content())
                    .isNotEmpty()
                    .doesNotContain(token.refreshToken().value());
        }
    }

    @Test
    void newPairThatCouldNotBeStoredIsInTheException(Sandbox sandbox) {
        List<UserAccessToken> rescued = new ArrayList<>();
        FullDisk store = new FullDisk();
        DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .tokenStore(store)
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build();
        digiMe.takeOver(contract, "user-42", token);
        DigiMeUser user = digiMe.user(contract, "user-42");
        sandbox.clock().advance(Duration.ofDays(2));
        store.fullWhileRefreshing = true;
        // docs: a store that fails
        try {
            show(user.listAccounts());
        } catch (TokenStoreException e) {
            if (e.unsavedToken() != null) {
                rescued.add(e.unsavedToken()); // the only valid pair if this process ends now
            }
        }
        // docs: end
        digiMe.close();
        assertThat(rescued).hasSize(1).doesNotContain(token);
    }

    @Test
    void existingPairIsTakenOver(Sandbox sandbox) {
        List<TakeOver> review = new ArrayList<>();
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build()) {
            takeOver(digiMe, token.toJson(), review);
            assertThat(shown).hasSize(1);
            assertThat(review).isEmpty();

            Authorized consent = allow(sandbox, consentPage(digiMe));
            UserAccessToken somebodyElses = digiMe.exchangeCode(contract, consent);
            takeOver(digiMe, somebodyElses.toJson(), review);
            assertThat(review).containsExactly(new TakeOver.OtherUser(token));
        }
    }

    private void takeOver(DigiMe digiMe, String json, List<TakeOver> review) {
        // docs: take over
        UserAccessToken pair = UserAccessToken.fromJson(json); // as an official SDK left it
        TakeOver result = digiMe.takeOver(contract, "user-42", pair);
        if (result instanceof TakeOver.OtherUser || result instanceof TakeOver.Undecided) {
            review.add(result); // nothing was written
        } else {
            show(digiMe.user(contract, "user-42").listAccounts());
        }
        // docs: end
    }

    private PendingConsent consentPage(DigiMe digiMe) {
        return digiMe.authorize(contract).redirectUri("https://my.app/back").start();
    }

    private static Authorized allow(Sandbox sandbox, PendingConsent pending) {
        return (Authorized) pending.read(sandbox.allow(pending.url()));
    }

    /** Accepts the write of the lease, and no write after it. */
    private static final class FullDisk implements TokenStore {
        private final TokenStore store = new InMemoryTokenStore();
        private volatile boolean fullWhileRefreshing;
        private int writes;

        @Override
        public @Nullable StoredGrant load(GrantKey grant) {
            return store.load(grant);
        }

        @Override
        public synchronized boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
            if (fullWhileRefreshing && ++writes > 1) {
                throw new IllegalStateException("the disk is full");
            }
            return store.compareAndSet(grant, expectedVersion, next);
        }

        @Override
        public void delete(GrantKey grant) {
            store.delete(grant);
        }
    }

    private void redirect(PendingConsent pending) {
        page = pending;
    }

    private void show(Object what) {
        shown.add(what);
    }
}
