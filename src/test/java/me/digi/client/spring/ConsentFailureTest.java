package me.digi.client.spring;

import static me.digi.client.spring.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** digi.me fails before or after a consent. */
class ConsentFailureTest {
    private static final Fault SERVER_ERROR = CannedResponse.error(500, "InternalServerError", "try later");
    private static final String TRY_AGAIN = "/refused?error=TEMPORARILY_UNAVAILABLE";

    @AutoClose
    private static final WebApplication application =
            WebApplication.startWith(TwoCustomizers.class, "digime.retry.limit=0");

    private static final Sandbox sandbox = application.sandbox();

    private Browser alice;

    @BeforeEach
    void logIn() {
        application.reset();
        alice = Browser.of(application, "alice");
    }

    /** Responses to the exchange of the code, which can be repeated afterwards. */
    static List<Fault> brokenResponses() {
        return List.of(SERVER_ERROR, Delivery.DROP_BEFORE, CannedResponse.html(200));
    }

    @ParameterizedTest
    @MethodSource("brokenResponses")
    void consentIsNotLostIfTheCodeCannotBeExchangedAtFirst(Fault broken) {
        URI consent = sandbox.allow(alice.share("next=/accounts?view=all"));
        sandbox.failNext(Operation.EXCHANGE_CODE, broken);

        assertThat(location(alice.returnTo(consent))).isEqualTo(TRY_AGAIN);
        assertThat(application.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsentFailed.class,
                        failed -> assertThat(failed.isTemporary()).isTrue());
        assertThat(location(alice.get("/digime/reauthorize"))).isEqualTo("/accounts?view=all");
        assertThat(alice.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(sandbox.requests().count(Operation.AUTHORIZE)).isEqualTo(1);
    }

    @Test
    void sameCallbackAgainExchangesTheCode() {
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, SERVER_ERROR);
        alice.returnTo(consent);

        assertThat(location(alice.returnTo(consent))).isEqualTo("/accounts");
    }

    @Test
    void pageThatNeedsDataFinishesTheConsentAndIsShown() {
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, SERVER_ERROR);
        alice.returnTo(consent);

        String reauthorize = location(alice.get("/accounts?view=all"));

        assertThat(location(alice.get(reauthorize))).isEqualTo("/accounts?view=all");
    }

    @Test
    void userConsentsAgainIfTheCodeHasExpiredMeanwhile() {
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, SERVER_ERROR);
        alice.returnTo(consent);
        sandbox.clock().advance(Duration.ofMinutes(11));

        URI page = URI.create(location(alice.get("/digime/reauthorize?next=/accounts")));

        assertThat(location(alice.returnTo(sandbox.allow(page)))).isEqualTo("/accounts");
    }

    @Test
    void unfinishedConsentOfAUserWhoLoggedOutIsNotTheNextUsers() {
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, SERVER_ERROR);
        alice.returnTo(consent);
        alice.logIn("bob"); // Spring Security keeps the session's attributes

        assertThat(location(alice.get("/digime/reauthorize"))).contains("authorize?");
        assertThat(application.digiMe().findUser("bob")).isNull();
    }

    @Test
    void refusedCodeEndsOnAPageOfTheApplication() {
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, CannedResponse.error(400, "InvalidGrant", "no"));

        assertThat(location(alice.returnTo(consent))).isEqualTo("/refused?error=SIGN_IN_FAILED");
        assertThat(application.outcomes()).singleElement().isInstanceOfSatisfying(ConsentFailed.class, failed -> {
            assertThat(failed.isTemporary()).isFalse();
            assertThat(failed.cause()).isInstanceOf(ApiException.class);
        });
    }

    @Test
    void userWhoCannotBeSentToDigiMeSeesAPageOfTheApplication() {
        sandbox.failNext(Operation.AUTHORIZE, SERVER_ERROR);
        sandbox.failNext(Operation.AUTHORIZE, Delivery.DROP_BEFORE);

        assertThat(location(alice.post("/digime/consent", ""))).isEqualTo(TRY_AGAIN);
        assertThat(location(alice.get("/digime/reauthorize"))).isEqualTo(TRY_AGAIN);
        assertThat(location(alice.get("/digime/reauthorize"))).contains("authorize?");
    }

    @Test
    void applicationCustomizesTheAuthorizationRequest() {
        HttpResponse<String> page = alice.post("/digime/consent", "share=bank");

        assertThat(location(page)).contains("service=420").contains("lng=de");
        assertThat(location(alice.post("/digime/consent", ""))).doesNotContain("service=");
        assertThat(location(alice.get("/digime/reauthorize?share=bank"))).contains("service=420");
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoCustomizers {
        @Bean
        @Order(2)
        AuthorizationRequestCustomizer source() {
            return (authorization, request) -> {
                if ("bank".equals(request.getParameter("share"))) {
                    authorization.serviceId(420);
                }
            };
        }

        @Bean
        @Order(1)
        AuthorizationRequestCustomizer language() {
            return (authorization, request) -> authorization.locale("de");
        }
    }
}
