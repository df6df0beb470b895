package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import me.digi.client.read.Session;
import org.junit.jupiter.api.Test;

class AuthorizationUrlTest {
    @Test
    void printsTheUrlWithoutItsQueryAndNoSecret() {
        AuthorizationUrl link = AuthorizationUrl.builder()
                .url(URI.create("https://api.digi.me/apps/saas/authorize?code=secret-code"))
                .codeVerifier("secret-verifier")
                .session(Session.of("secret-key", Instant.EPOCH))
                .build();
        assertThat(link)
                .hasToString("AuthorizationUrl{url=https://api.digi.me/apps/saas/authorize?***, codeVerifier=***, "
                        + "session=Session{key=***, expiresAt=1970-01-01T00:00:00Z}}");
    }

    @Test
    void refusesToBeWithoutAPart() {
        AuthorizationUrl.Builder builder =
                AuthorizationUrl.builder().url(URI.create("https://a/")).session(Session.of("k", Instant.EPOCH));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("codeVerifier");
        assertThatThrownBy(() -> builder.codeVerifier(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codeVerifier must not be blank");
    }
}
