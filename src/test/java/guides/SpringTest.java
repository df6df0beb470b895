package guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.Refused;
import me.digi.client.read.Account;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.spring.AuthorizationRequestCustomizer;
import me.digi.client.spring.ConsentGiven;
import me.digi.client.spring.ConsentRefused;
import me.digi.client.spring.DigiMeCustomizer;
import me.digi.client.spring.DigiMeDataSource;
import me.digi.client.spring.ReadAllEvents;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The code of {@code docs/spring.md}, as one application. */
@SpringBootTest
@TestPropertySource(
        properties = {
            "spring.main.banner-mode=off",
            "digime.sandbox.enabled=true",
            "digime.consent.redirect-uri=https://my.app/digime/callback",
            "digime.store.create-table=true",
            "my.tokens.jdbc-url=jdbc:h2:mem:spring-guide"
        })
class SpringTest {
    @Autowired
    private Sandbox sandbox;

    @Autowired
    private DigiMe digiMe;

    @Autowired
    private Accounts controller;

    @Autowired
    private Application application;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void applicationOfTheGuideWorks() {
        PendingConsent pending =
                digiMe.authorize().redirectUri("https://my.app/digime/callback").start();
        Authorized consent = (Authorized) pending.read(sandbox.allow(pending.url()));
        ConsentGiven given = new ConsentGiven("user-42", digiMe.signIn("user-42", consent), consent, null);

        assertThat(controller.accounts(given.signIn().user())).hasSize(3);
        events.publishEvent(given);
        events.publishEvent(new ConsentRefused("user-42", new Refused(null, null), null));
        assertThat(application.archived).isNotEmpty().allMatch(file -> file.startsWith("user-42 "));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Accounts.class)
    static class Application {
        private final List<String> archived = Collections.synchronizedList(new ArrayList<>());
        private final Archive archive = new Archive() {
            @Override
            public void store(String user, String name, String text) {
                archived.add(user + ' ' + name);
            }

            @Override
            public void finish(String user) {
                archived.add(user + " is finished");
            }
        };

        @Bean
        OkHttpClient client() {
            return new OkHttpClient();
        }

        // docs: a listener
        @EventListener
        void onConsent(ConsentGiven consent) {
            // The consent has begun a session, so no second one is needed to read.
            consent.signIn()
                    .user()
                    .files(consent.consent().session())
                    .readAll(file -> archive.store(consent.userKey(), file.name(), file.readText()));
        }
        // docs: end

        // docs: progress
        @GetMapping("/reading/events")
        SseEmitter read(DigiMeUser user, Principal principal) {
            return ReadAllEvents.start(
                    user.files(user.startSession()).readAllRequest(),
                    file -> archive.store(principal.getName(), file.name(), file.readText()),
                    summary -> archive.finish(principal.getName()));
        }
        // docs: end

        // docs: a chosen source
        @Bean
        AuthorizationRequestCustomizer chosenSource() {
            return (authorization, request) -> {
                if ("bank".equals(request.getParameter("share"))) {
                    authorization.serviceId(420);
                }
            };
        }
        // docs: end

        // docs: a pool of its own
        @Bean(defaultCandidate = false) // other beans do not see it
        @DigiMeDataSource
        @ConfigurationProperties("my.tokens") // my.tokens.jdbc-url and so on
        HikariDataSource tokens() {
            HikariDataSource pool = new HikariDataSource();
            pool.setMaximumPoolSize(3);
            return pool;
        }
        // docs: end

        // docs: a customizer
        @Bean
        DigiMeCustomizer throughTheProxy(OkHttpClient client) {
            return builder -> builder.httpClient(client);
        }
        // docs: end
    }

    private interface Archive {
        void store(String user, String name, String text);

        void finish(String user);
    }
}

// docs: a controller
@RestController
class Accounts {
    @GetMapping("/accounts")
    List<Account> accounts(DigiMeUser user) {
        return user.listAccounts();
    }
}
// docs: end
