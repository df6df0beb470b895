package me.digi.client.spring;

import static me.digi.client.spring.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.InMemoryTokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One user at two processes of an application that share sessions and the token store. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class TwoProcessesTest {
    private static Sandbox sandbox;
    private static List<WebApplication> processes;

    private Browser alice;
    private Browser aliceElsewhere;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder()
                .redirectUri("https://app.example/digime/callback")
                .start();
        Map<String, Object> shared =
                Map.of("sandbox", sandbox, "tokens", new InMemoryTokenStore(), "sessions", new CopiedSessions.Store());
        processes = Stream.of(1, 2)
                .map(process -> WebApplication.startWith(List.of(CopiedSessions.class), shared))
                .toList();
    }

    @AfterAll
    static void stop() {
        processes.forEach(WebApplication::close);
        sandbox.close();
    }

    @BeforeEach
    void nobodyHasConsented() {
        processes.forEach(WebApplication::reset);
        alice = Browser.of(processes.get(0), "alice");
        aliceElsewhere = alice.at(processes.get(1));
    }

    @Test
    void callbackThatReachesBothAtOnceLeadsToTheSamePage() throws Exception {
        signInAtBothAtOnce(sandbox.allow(alice.share("next=/accounts?view=all")));
    }

    @Test
    void callbackOfAUserWhoSharesAgainReachesBothAtOnce() throws Exception {
        alice.returnTo(sandbox.allow(alice.share("")));
        processes.forEach(process -> process.outcomes().clear());
        sandbox.requests().clear();

        signInAtBothAtOnce(sandbox.allow(alice.share("next=/accounts?view=all")));
    }

    private void signInAtBothAtOnce(URI consent) throws Exception {
        sandbox.failNext(Operation.EXCHANGE_CODE, Delivery.STALL);
        CompletableFuture<HttpResponse<String>> winner = CompletableFuture.supplyAsync(() -> alice.returnTo(consent));
        sandbox.requests().await(Operation.EXCHANGE_CODE, 1);

        assertThat(aliceElsewhere.returnTo(consent)).satisfies(Browser::assertReloads);
        sandbox.release();

        assertThat(location(winner.join())).isEqualTo("/accounts?view=all");
        assertThat(location(aliceElsewhere.returnTo(consent))).isEqualTo("/accounts?view=all");
        assertThat(sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(1);
        assertThat(processes.stream().flatMap(process -> process.outcomes().stream()))
                .singleElement()
                .isInstanceOf(ConsentGiven.class);
        assertThat(aliceElsewhere.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(alice.get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void refusedCodeOfAUserWhoseTokensWereRefreshedMeanwhileIsAFailure() {
        alice.returnTo(sandbox.allow(alice.share("")));
        URI consent = sandbox.allow(alice.share(""));
        processes.get(0).digiMe().user("alice").refresh();
        sandbox.requests().clear();
        sandbox.failNext(Operation.EXCHANGE_CODE, CannedResponse.error(400, "InvalidGrant", "no"));

        assertThat(location(aliceElsewhere.returnTo(consent))).isEqualTo("/refused?error=SIGN_IN_FAILED");
        assertThat(location(alice.returnTo(consent))).isEqualTo("/refused?error=INVALID_CALLBACK");
        assertThat(sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(1);
    }

    @Test
    void claimOfAProcessThatEndedExpires() throws Exception {
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, Delivery.STALL);
        CompletableFuture<HttpResponse<String>> ended = CompletableFuture.supplyAsync(() -> alice.returnTo(consent));
        sandbox.requests().await(Operation.EXCHANGE_CODE, 1);
        sandbox.clock().advance(Duration.ofMinutes(2));
        assertThat(aliceElsewhere.returnTo(consent)).satisfies(Browser::assertReloads);
        sandbox.clock().advance(Duration.ofMinutes(2));

        // digi.me received the code from the first.
        assertThat(location(aliceElsewhere.returnTo(consent))).isEqualTo("/refused?error=SIGN_IN_FAILED");
        sandbox.release();
        ended.join();
    }

    @Test
    void callbackThatFailedAtOneIsFinishedAtTheOther() {
        URI consent = sandbox.allow(alice.share("next=/accounts"));
        sandbox.failNext(Operation.EXCHANGE_CODE, CannedResponse.error(500, "InternalServerError", "try later"));

        assertThat(location(alice.returnTo(consent))).isEqualTo("/refused?error=TEMPORARILY_UNAVAILABLE");
        assertThat(location(aliceElsewhere.get("/digime/reauthorize"))).isEqualTo("/accounts");
    }

    @Test
    void consentsStartedAtBothProcessesAreKept() {
        URI first = alice.share("next=/first");
        URI second = aliceElsewhere.share("next=/second");

        assertThat(location(aliceElsewhere.returnTo(sandbox.allow(first)))).isEqualTo("/first");
        assertThat(location(alice.returnTo(sandbox.allow(second)))).isEqualTo("/second");
    }

    @Test
    void userWhoIsForgottenAtOneIsSentToConsentByTheOther() {
        alice.returnTo(sandbox.allow(alice.share("")));
        aliceElsewhere.get("/accounts"); // so that this process has the token pair in memory
        processes.get(0).digiMe().user("alice").delete();

        String reauthorize = location(aliceElsewhere.get("/accounts"));

        assertThat(location(aliceElsewhere.get(reauthorize))).contains("authorize?");
        assertThat(aliceElsewhere.share("")).isNotNull();
    }
}
