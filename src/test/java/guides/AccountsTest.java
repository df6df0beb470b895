package guides;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import me.digi.client.DigiMeUser;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxTest;
import org.junit.jupiter.api.Test;

// docs: a test
@SandboxTest
class AccountsTest {
    @Test
    void accountsAreReadThoughTheTokenHasExpired(Sandbox sandbox, DigiMeUser user) {
        sandbox.clock().advance(Duration.ofDays(2));

        assertEquals(3, user.listAccounts().size());
        assertEquals(1, sandbox.requests().count(Operation.REFRESH_TOKEN));
    }
}
// docs: end
