package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.SandboxClock;
import me.digi.client.spring.sandbox.WithSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A test of an application, as its developers would write it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.main.banner-mode=off",
            "digime.application-id=not-of-the-sandbox",
            "digime.consent.redirect-uri=https://my.app/back",
            "digime.store.type=memory"
        })
@WithSandbox
class WithSandboxTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private SandboxClock clock;

    @Autowired
    private DigiMe digiMe;

    @Autowired
    private Clock clockOfTheApplication;

    @Test
    void clientUsesTheSandboxAndItsClock() {
        DigiMeUser user = signIn();
        clock.advance(Duration.ofDays(2));

        assertThat(user.listAccounts()).hasSize(3);
        assertThat(sandbox.requests().count(Operation.REFRESH_TOKEN)).isEqualTo(1);
    }

    @Test
    void applicationsClockTakesPrecedence() {
        assertThat(clockOfTheApplication.instant()).isEqualTo(LONG_AGO);
    }

    @Test
    void applicationConfiguresTheSandbox() {
        assertThat(sandbox.applicationId()).isEqualTo("set-up");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> digiMe.authorize()
                        .redirectUri("https://not.registered/")
                        .start());
    }

    private DigiMeUser signIn() {
        PendingConsent pending =
                digiMe.authorize().redirectUri("https://my.app/back").start();
        Authorized consent = (Authorized) pending.read(sandbox.allow(pending.url()));
        return digiMe.signIn("user-42", consent).user();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Clock clock() {
            return Clock.fixed(LONG_AGO, ZoneOffset.UTC);
        }

        @Bean
        SandboxBuilder sandboxBuilder() {
            return Sandbox.builder().applicationId("set-up");
        }
    }
}
