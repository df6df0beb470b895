package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @Test
    void isProductionUnlessSaidOtherwise() {
        Environment production = Environment.production();
        assertThat(production.baseUrl()).hasToString("https://api.digi.me/v1.7/");
        assertThat(production.onboardUrl()).hasToString("https://api.digi.me/apps/saas/");
        assertThat(production.cloudUrl()).hasToString("https://cloud.digi.me/v1/");
        assertThat(Environment.builder().build()).isEqualTo(production);
    }

    @Test
    void addsTheSlashAtTheEnd() {
        Environment environment = Environment.builder()
                .baseUrl("https://a.example")
                .onboardUrl("https://a.example/apps")
                .cloudUrl(URI.create("https://a.example/v1/"))
                .build();
        assertThat(environment.baseUrl()).hasToString("https://a.example/");
        assertThat(environment.onboardUrl()).hasToString("https://a.example/apps/");
        assertThat(environment.cloudUrl()).hasToString("https://a.example/v1/");
        assertThat(Environment.builder().from(environment).build()).isEqualTo(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://LOCALHOST:8080/v1.7/",
                "HTTP://127.0.0.1:1",
                "http://127.255.255.255/",
                "http://[::1]:8080/x",
            })
    void takesPlainHttpOnLoopback(String url) {
        assertThat(Environment.builder().baseUrl(url).build().baseUrl().toString())
                .startsWith(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.digi.me/v1.7/",
                "http://localhost.example/",
                "http://127.0.0.1.example/",
                "http://127.0.0.256/",
                "http://128.0.0.1/",
                "http://0.0.0.0/",
                "http://[::2]/",
            })
    void rejectsPlainHttpElsewhere(String url) {
        assertThatThrownBy(() -> Environment.builder().cloudUrl(url).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cloudUrl must ")
                .hasMessageEndingWith(": " + url);
    }

    @Test
    void acceptsPlainHttpEverywhereIfAllowedForDevelopment() {
        Environment environment = Environment.builder()
                .allowPlainHttpForDevelopment(true)
                .baseUrl("http://sandbox:8787/v1.7")
                .build();
        assertThat(environment.baseUrl()).hasToString("http://sandbox:8787/v1.7/");
        assertThat(environment.allowPlainHttpForDevelopment()).isTrue();
        assertThat(Environment.production().allowPlainHttpForDevelopment()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://a.example/,       must begin with https://: ftp://a.example/",
        "/v1.7/,                 must begin with https://: /v1.7/",
        "'',                     must begin with https://: ",
        "https:a.example,        must have a host: https:a.example",
        "https:///v1.7/,         must have a host: https:///v1.7/",
        "https://:8787/,         must have a host: https://:8787/",
        "'https://a_b.example/', 'must have a valid host, without underscores, and a valid port: https://a_b.example/'",
        "'https://a.example:x/', 'must have a valid host, without underscores, and a valid port: https://a.example:x/'",
        "https://a.example:99999/, must have a port from 1 to 65535: https://a.example:99999/",
        "https://a b/,           is not a valid URL (Illegal character in authority): https://a b/",
        "https://a.example/?q=secret, must not have a query: https://a.example/",
        "https://a.example/#secret, must not have a fragment: https://a.example/",
        "https://user:secret@a.example/, must not contain a user name or password",
        "https://user:secret@a_b.example/, must not contain a user name or password",
        "https:user:secret@a.example, must not contain a user name or password",
        "https://user:secret @a.example/, is not a valid URL (Illegal character in authority)",
    })
    void saysWhyAUrlIsRejectedAndShowsNoSecret(String url, String problem) {
        assertThatThrownBy(() -> Environment.builder().onboardUrl(url).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("onboardUrl " + problem.strip())
                .hasMessageNotContaining("secret");
    }

    @Test
    void rejectsNullInTheSetter() {
        assertThatThrownBy(() -> Environment.builder().baseUrl((URI) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("baseUrl");
        assertThatThrownBy(() -> Environment.builder().cloudUrl((String) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("cloudUrl");
    }

    @Test
    void anAgentHasANameAndAVersion() {
        Agent agent = Agent.builder().name("sdk").version("1").putMeta("k", "v").build();
        assertThat(agent.meta()).containsEntry("k", "v");
        assertThat(Agent.of("sdk", "1").meta()).isEmpty();
        assertThatThrownBy(() -> Agent.of("", "1")).hasMessage("name must not be blank: \"\"");
        assertThatThrownBy(() -> Agent.of("sdk", " ")).hasMessage("version must not be blank: \" \"");
    }
}
