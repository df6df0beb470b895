package examples.support;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;

/** A local digi.me, where the user consents to everything. It ends with the example. */
final class SandboxHost implements Host {
    private static final Map<ContractKind, me.digi.client.sandbox.ContractKind> KINDS = Map.of(
            ContractKind.READ, me.digi.client.sandbox.ContractKind.READ,
            ContractKind.WRITE, me.digi.client.sandbox.ContractKind.PUSH,
            ContractKind.RAW, me.digi.client.sandbox.ContractKind.READ_RAW);

    private final Sandbox sandbox = Sandbox.start();
    private final Map<ContractKind, ContractDetails> contracts = new EnumMap<>(ContractKind.class);

    SandboxHost() {
        sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
    }

    @Override
    public DigiMe.Builder connect(Path directory) {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock());
    }

    @Override
    public ContractDetails contract(ContractKind kind) {
        return contracts.computeIfAbsent(
                kind,
                missing -> sandbox.addContract(missing.sandboxName(), Objects.requireNonNull(KINDS.get(missing))));
    }

    @Override
    public String redirectUri() {
        return "https://app.example/callback";
    }

    @Override
    public String visit(URI page) {
        System.out.println(page);
        return sandbox.allow(page).toString();
    }

    /** Always the same one: no earlier token in it is valid. */
    @Override
    public Path newTokenFile(Path directory) {
        return directory.resolve("digime-token-sandbox.json");
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    /** The data arrives step by step, so that progress is visible. */
    @Override
    public ReadAllOptions readAllOptions(DigiMeUser user) {
        sandbox.library(Objects.requireNonNull(user.loadToken().userId())).script(SyncScript.standard());
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
