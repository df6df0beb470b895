package examples;

import java.net.URI;
import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.sandbox.Sandbox;

/** A digi.me of one's own on this machine, where the user consents to everything. */
final class SandboxService implements Service {
    private final Sandbox sandbox = Sandbox.start();

    @Override
    public DigiMe.Builder connect() {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock());
    }

    @Override
    public ContractDetails contract() {
        return sandbox.contract();
    }

    @Override
    public String callback() {
        return "https://app.example/callback";
    }

    @Override
    public String visit(URI page) {
        System.out.println(page);
        return sandbox.allow(page).toString();
    }

    @Override
    public ReadAllOptions readAllOptions() {
        return ReadAllOptions.builder().pollInterval(Duration.ofMillis(300)).build();
    }

    @Override
    public void endAccessToken(DigiMeUser user) {
        sandbox.expireAccessTokens();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
