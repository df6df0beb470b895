package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.Refused;
import me.digi.client.error.CallbackException;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

@SandboxTest
class StartedConsentsTest {
    private final MockHttpSession session = new MockHttpSession();
    private final Sandbox sandbox;
    private final DigiMe digiMe;

    StartedConsentsTest(Sandbox sandbox, DigiMe digiMe) {
        this.sandbox = sandbox;
        this.digiMe = digiMe;
    }

    @Test
    void sessionHasOnlyAFewShortTexts() {
        for (int i = 0; i < 20; i++) {
            begin("/page" + i);
        }

        List<String> names = Collections.list(session.getAttributeNames());
        assertThat(names).hasSize(StartedConsents.MAX_CONSENTS);
        assertThat(names)
                .allSatisfy(name -> assertThat(session.getAttribute(name))
                        .isInstanceOfSatisfying(
                                String.class, text -> assertThat(text).hasSizeLessThan(4000)));
    }

    @Test
    void newestOnesAreKept() {
        List<PendingConsent> begun = new ArrayList<>();
        for (int i = 0; i < StartedConsents.MAX_CONSENTS + 1; i++) {
            begun.add(begin("/page" + i));
        }

        assertThatThrownBy(() -> find("alice", begun.get(0))).isInstanceOf(CallbackException.class);
        assertThat(find("alice", begun.get(1)).consent().next()).isEqualTo("/page1");
    }

    @Test
    void consentSurvivesSerializationOfTheSession() {
        PendingConsent pending = begin("/accounts");
        MockHttpSession elsewhere = new MockHttpSession();
        elsewhere.deserializeState(session.serializeState());

        StartedConsents.Callback callback = StartedConsents.find(
                elsewhere, "alice", sandbox.allow(pending.url()).getRawQuery());

        assertThat(callback.result()).isInstanceOf(Authorized.class);
        assertThat(callback.consent().next()).isEqualTo("/accounts");
    }

    @Test
    void refusalWithoutAStateBelongsToTheNewest() {
        begin("/first");
        begin("/second");

        StartedConsents.Callback callback =
                StartedConsents.find(session, "alice", "success=false&errorCode=USER_CANCEL");

        assertThat(callback.result()).isInstanceOf(Refused.class);
        assertThat(callback.consent().next()).isEqualTo("/second");
    }

    @Test
    void consentOfAnotherUserIsNotFound() {
        PendingConsent pending = begin(null);

        assertThatThrownBy(() -> find("bob", pending))
                .isInstanceOfSatisfying(
                        CallbackException.class,
                        e -> assertThat(e.problem()).isEqualTo(CallbackException.Problem.CONSENT_MISSING));
    }

    @Test
    void consentDoesNotPrint() {
        assertThat(new StartedConsent("name", "alice", null, "SECRET", null, 0, "SECRET").toString())
                .doesNotContain("SECRET");
    }

    private PendingConsent begin(String next) {
        PendingConsent pending = digiMe.authorize(sandbox.contract())
                .redirectUri("https://app.example/callback")
                .start();
        StartedConsents.add(session, "alice", next, pending);
        return pending;
    }

    private StartedConsents.Callback find(String userKey, PendingConsent pending) {
        return StartedConsents.find(
                session, userKey, sandbox.allow(pending.url()).getRawQuery());
    }
}
