package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.error.DigiMeException;
import me.digi.client.logs.LogLines;
import me.digi.client.logs.LogLines.Line;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Logging through SLF4J, and the MDC of the messages. */
class Slf4jLoggingTest {
    private static final String REQUESTS = "me.digi.client.requests";
    private static final String TOKENS = "me.digi.client.tokens";

    private final LocalUser local = new LocalUser();
    private final DigiMe digiMe = local.slf4jClient(builder -> builder);
    private final DigiMeUser user = local.userOf(digiMe);
    private final LogLines lines = new LogLines();

    @BeforeEach
    void startACall() {
        MDC.put("call", "7");
    }

    @AfterEach
    void close() {
        MDC.clear();
        lines.close();
        local.close();
    }

    /** The lines about tokens: a client that is closed has written all. */
    private List<Line> tokens() {
        digiMe.close();
        local.digiMe.close();
        return lines.of(TOKENS);
    }

    private Line token(String text) {
        return tokens().stream()
                .filter(line -> line.message().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + tokens()));
    }

    @Test
    void eachRequestIsALineAtLevelDebugWithTheMdcOfTheCall() {
        user.listAccounts();
        assertThat(lines.of(REQUESTS)).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(Level.DEBUG);
            assertThat(line.message())
                    .matches("listAccounts: GET permission-access/accounts, attempt 1: HTTP 200 in \\d+ ms.*");
            assertThat(line.mdc()).containsOnly(Map.entry("call", "7"));
        });
    }

    @Test
    void aFailedRequestHasItsReasonAndReference() {
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(400, "InvalidClient", "no"));
        local.sandbox.failNext(Operation.START_SESSION, Delivery.DROP_AFTER);
        thrownBy(DigiMeException.class, user::listAccounts);
        thrownBy(DigiMeException.class, user::startSession);
        assertThat(lines.of(REQUESTS))
                .extracting(Line::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("HTTP 400", "InvalidClient"),
                        second -> assertThat(second).contains("startSession", "NO_RESPONSE"));
    }

    @Test
    void aLoggerOfTheApplicationReplacesTheLinesOfRequests() {
        List<Object> logged = new CopyOnWriteArrayList<>();
        try (DigiMe other = digiMe.toBuilder().logger(logged::add).build()) {
            local.userOf(other).listAccounts();
        }
        assertThat(logged).isNotEmpty();
        assertThat(lines.of(REQUESTS)).isEmpty();
    }

    @Test
    void aRefreshIsLoggedOnThreadsOfTheClientWithTheMdcOfTheCall() {
        local.expire();
        user.listAccounts();
        assertThat(tokens())
                .extracting(Line::message)
                .anyMatch(message -> message.contains("new token pair (REFRESHED)"));
        assertThat(tokens())
                .allMatch(line -> line.thread().startsWith("digi.me"))
                .allMatch(line -> line.level() == Level.DEBUG)
                .allSatisfy(line -> assertThat(line.mdc()).containsEntry("call", "7"));
        assertThat(lines.of(REQUESTS))
                .anyMatch(line -> line.message().startsWith("refreshToken")
                        && line.thread().startsWith("digi.me refresh"))
                .allSatisfy(line -> assertThat(line.mdc()).containsEntry("call", "7"));
    }

    @Test
    void theMdcOfOneCallIsNotThatOfTheNextOnTheSameThread() {
        local.expire();
        user.listAccounts();
        MDC.clear();
        MDC.put("next", "8");
        local.expire();
        user.listAccounts();
        List<Line> refreshes = lines.of(REQUESTS).stream()
                .filter(line -> line.message().startsWith("refreshToken"))
                .toList();
        assertThat(refreshes).extracting(Line::mdc).containsExactly(Map.of("call", "7"), Map.of("next", "8"));
    }

    @Test
    void aFileIsReadWithTheMdcOfTheCall() {
        List<Map<String, String>> seen = new CopyOnWriteArrayList<>();
        user.files(user.startSession()).readAll(file -> seen.add(MDC.getCopyOfContextMap()));
        assertThat(seen).isNotEmpty().containsOnly(Map.of("call", "7"));
    }

    @Test
    void aUserWhoMustConsentAgainIsLoggedAtLevelInfo() {
        local.expire();
        local.sandbox.revoke(String.valueOf(local.first.userId()));
        thrownBy(ReauthorizationRequiredException.class, user::listAccounts);
        assertThat(token("has to consent again").level()).isEqualTo(Level.INFO);
        assertThat(token("has to consent again").message()).contains("user-42", "REFUSED");
    }

    @Test
    void aPairThatMayNoLongerWorkIsAWarning() {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        thrownBy(ReauthorizationRequiredException.class, user::listAccounts);
        assertThat(token("may no longer work").level()).isEqualTo(Level.WARN);
    }

    @Test
    void aStoreThatFailsIsAWarningWithItsCause() {
        user.listAccounts();
        local.sandbox.clock().advance(Duration.ofMinutes(1));
        local.store.breakDown(TokenStoreException.Operation.LOAD, new IllegalStateException("no disk"));
        user.listAccounts();
        assertThat(token("the token store failed").level()).isEqualTo(Level.WARN);
        assertThat(token("the token store failed").thrown()).isInstanceOf(TokenStoreException.class);
    }
}
