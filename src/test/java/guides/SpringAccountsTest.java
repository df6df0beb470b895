package guides;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.spring.sandbox.WithSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;

/** The test of an application that {@code docs/spring.md} shows. */
@TestPropertySource(
        properties = {
            "spring.main.banner-mode=off",
            "digime.consent.redirect-uri=https://my.app/digime/callback",
            "digime.store.type=memory"
        })
// docs: a test
@SpringBootTest
@WithSandbox
class SpringAccountsTest {
    @Autowired
    private Sandbox sandbox;

    @Autowired
    private DigiMe digiMe;

    @Test
    void accountsAreReadThoughTheTokenHasExpired() {
        PendingConsent pending =
                digiMe.authorize().redirectUri("https://my.app/digime/callback").start();
        Authorized consent = (Authorized) pending.read(sandbox.allow(pending.url()));
        DigiMeUser user = digiMe.signIn("user-42", consent).user();

        sandbox.clock().advance(Duration.ofDays(2));

        assertEquals(3, user.listAccounts().size());
    }

    @Configuration // hidden
    @EnableAutoConfiguration // hidden
    static class Application {} // hidden
}
// docs: end
