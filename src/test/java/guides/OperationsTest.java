package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** The code of {@code docs/operations.md}. */
class OperationsTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private static final Logger log = LoggerFactory.getLogger(OperationsTest.class);

    @Test
    void nightlySweepRefreshesWhoIsDue(
            Sandbox sandbox, DigiMe digiMe, ContractDetails contract, UserAccessToken token) {
        digiMe.takeOver(contract, "user-42", token);
        sandbox.clock().advance(Duration.ofDays(100));
        new Nightly(digiMe, contract).keepUsersAlive();
        assertThat(sandbox.grant(String.valueOf(token.userId()), contract).issued())
                .isEqualTo(2);
    }

    private record Nightly(DigiMe digiMe, ContractDetails contract) {
        // docs: the sweep
        @Scheduled(cron = "0 20 3 * * *")
        void keepUsersAlive() {
            KeepAliveSummary summary = digiMe.keepAlive(contract).rate(20).refreshDue();
            log.info("sweep: {} {}", summary.end(), summary.progress());
        }
        // docs: end
    }
}
