package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.DigiMe;
import me.digi.client.auth.PendingConsent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.UserView;
import me.digi.client.spring.sandbox.DigiMeSandboxAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** {@code digime.sandbox.enabled}. */
class SandboxAutoConfigurationTest {
    private static final String REDIRECT = "http://localhost:8080/digime/callback";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DigiMeAutoConfiguration.class, DigiMeSandboxAutoConfiguration.class))
            .withPropertyValues(
                    "digime.sandbox.enabled=true",
                    "digime.store.type=memory",
                    "digime.consent.redirect-uri=" + REDIRECT);

    @Test
    void clientUsesASandboxWhoseClockRuns() {
        application.run(context -> {
            Sandbox sandbox = context.getBean(Sandbox.class);
            Instant before = Instant.now();

            assertThat(sandbox.clock().instant()).isBetween(before.minusSeconds(1), before.plusSeconds(60));
            URI callback = consent(context.getBean(DigiMe.class), sandbox);
            assertThat(callback).asString().startsWith(REDIRECT);
            assertThat(sandbox.library(user(sandbox)).files()).hasSizeLessThan(10);
        });
    }

    @Test
    void newUsersHaveFilesOfTheLastTwelveMonths() {
        application.withPropertyValues("digime.sandbox.year-of-files=true").run(context -> {
            Sandbox sandbox = context.getBean(Sandbox.class);
            consent(context.getBean(DigiMe.class), sandbox);

            List<YearMonth> months = sandbox.library(user(sandbox)).files().stream()
                    .map(SandboxAutoConfigurationTest::month)
                    .toList();
            YearMonth last = YearMonth.now(ZoneOffset.UTC);
            assertThat(months).hasSize(40);
            assertThat(months.stream().distinct()).hasSizeGreaterThan(7);
            assertThat(months).allSatisfy(month -> assertThat(month).isBetween(last.minusMonths(12), last));
        });
    }

    @Test
    void twoApplicationsShareASandbox() {
        try (Sandbox sandbox = Sandbox.start()) {
            application
                    .withBean(Sandbox.class, () -> sandbox)
                    .run(first -> application
                            .withBean(Sandbox.class, () -> sandbox)
                            .withPropertyValues("digime.consent.redirect-uri=http://localhost:8081/back")
                            .run(second -> {
                                assertThat(consent(first.getBean(DigiMe.class), sandbox))
                                        .isNotNull();
                                PendingConsent elsewhere = second.getBean(DigiMe.class)
                                        .authorize()
                                        .redirectUri("http://localhost:8081/back")
                                        .start();
                                assertThat(sandbox.allow(elsewhere.url()))
                                        .asString()
                                        .startsWith("http://localhost:8081/back");
                            }));
        }
    }

    private static URI consent(DigiMe digiMe, Sandbox sandbox) {
        return sandbox.allow(digiMe.authorize().redirectUri(REDIRECT).start().url());
    }

    private static String user(Sandbox sandbox) {
        return sandbox.users().stream().map(UserView::id).findFirst().orElseThrow();
    }

    private static YearMonth month(SandboxFile file) {
        Matcher month = Pattern.compile("_D(\\d{4})(\\d\\d)_").matcher(file.name());
        assertThat(month.find()).isTrue();
        return YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
    }
}
