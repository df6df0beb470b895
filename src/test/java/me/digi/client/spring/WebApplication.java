package me.digi.client.spring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.read.Account;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.spring.sandbox.SandboxConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with Spring Security's form login and defaults, on Tomcat, at a sandbox. */
final class WebApplication implements AutoCloseable {
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    static {
        TOMCAT.setLevel(Level.OFF); // it logs each start, and idle threads of OkHttp
    }

    private final ServletWebServerApplicationContext context;

    private WebApplication(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static WebApplication start(String... properties) {
        return startWith(Pages.class, properties);
    }

    /** An application with more beans. */
    static WebApplication startWith(Class<?> more, String... properties) {
        return startWith(List.of(more), Map.of(), properties);
    }

    /** One of several processes that share these singletons, by name. */
    static WebApplication startWith(List<Class<?>> more, Map<String, Object> shared, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "server.servlet.session.cookie.same-site=lax",
                "spring.main.banner-mode=off",
                "digime.store.type=memory",
                "digime.consent.enabled=true",
                "digime.consent.redirect-uri=https://app.example/digime/callback",
                "digime.consent.success-path=/accounts",
                "digime.consent.refused-path=/refused"));
        Collections.addAll(all, properties);
        return new WebApplication((ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
                .sources(more.toArray(new Class<?>[0]))
                .initializers(context -> shared.forEach(context.getBeanFactory()::registerSingleton))
                .properties(all.toArray(new String[0]))
                .run());
    }

    /** Resets the application: no user has consented, and no request was sent. */
    void reset() {
        digiMe().user("alice").forget();
        digiMe().user("bob").forget();
        outcomes().clear();
        sandbox().clearFaults();
        sandbox().requests().clear();
    }

    String url() {
        return "http://localhost:" + context.getWebServer().getPort();
    }

    Sandbox sandbox() {
        return context.getBean(Sandbox.class);
    }

    DigiMe digiMe() {
        return context.getBean(DigiMe.class);
    }

    List<ConsentOutcome> outcomes() {
        return context.getBean(Application.class).outcomes;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SandboxConfiguration.class, Pages.class})
    static class Application {
        final List<ConsentOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("alice").password("secret").build(),
                    User.withUsername("bob").password("secret").build());
        }

        /** Password hashes are slow by design. */
        @Bean
        @SuppressWarnings("deprecation") // As it is meant for tests.
        PasswordEncoder passwords() {
            return NoOpPasswordEncoder.getInstance();
        }

        @EventListener
        void on(ConsentOutcome outcome) {
            outcomes.add(outcome);
        }
    }

    @RestController
    static class Pages {
        private final DigiMe digiMe;

        Pages(DigiMe digiMe) {
            this.digiMe = digiMe;
        }

        /** The CSRF token, as a hidden field of a form. */
        @GetMapping("/csrf")
        String csrf(CsrfToken token) {
            return token.getToken();
        }

        @GetMapping("/accounts")
        List<String> accounts(DigiMeUser user) {
            return user.listAccounts().stream().map(Account::id).toList();
        }

        @PostMapping("/accounts/count")
        Map<String, Integer> count(DigiMeUser user) {
            return Map.of("accounts", user.listAccounts().size());
        }

        @GetMapping("/later")
        CompletableFuture<Integer> later(DigiMeUser user) {
            return CompletableFuture.supplyAsync(() -> user.listAccounts().size());
        }

        @GetMapping("/carol")
        int accountsOfAnother() {
            return digiMe.user("carol").listAccounts().size();
        }

        @GetMapping("/bob")
        int accountsOfBob() {
            return digiMe.user("bob").listAccounts().size();
        }
    }
}
