package examples.support;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.store.FileTokenStore;
import org.jspecify.annotations.Nullable;

/** digi.me, or another service that the variables name. */
final class RemoteHost implements Host {
    private final Variables variables;
    private final Map<ContractKind, ContractDetails> contracts = new EnumMap<>(ContractKind.class);

    RemoteHost(Variables variables) {
        this.variables = variables;
        // Missing variables are reported at the start, before an example has done anything.
        variables.require("DIGIME_APPLICATION_ID");
        variables.require(ContractKind.READ.idVariable());
        variables.require(ContractKind.READ.keyVariable());
    }

    /** Each new pair is stored before it is used, so that it is not lost if the example fails. */
    @Override
    public DigiMe.Builder connect(Path directory) {
        Environment.Builder environment = Environment.builder();
        with("DIGIME_BASE_URL", environment::baseUrl);
        with("DIGIME_ONBOARD_URL", environment::onboardUrl);
        with("DIGIME_CLOUD_URL", environment::cloudUrl);
        return DigiMe.builder()
                .applicationId(variables.require("DIGIME_APPLICATION_ID"))
                .environment(environment.build())
                .tokenStore(new FileTokenStore(directory.resolve("digime-tokens")));
    }

    /** The contract of that kind, or the only one. */
    @Override
    public ContractDetails contract(ContractKind kind) throws IOException {
        ContractKind present = variables.find(kind.idVariable()) == null ? ContractKind.READ : kind;
        @Nullable ContractDetails known = contracts.get(present);
        if (known == null) {
            known = ContractDetails.builder()
                    .contractId(variables.require(present.idVariable()))
                    .privateKey(Files.readString(Path.of(variables.require(present.keyVariable()))))
                    .build();
            contracts.put(present, known);
        }
        return known;
    }

    @Override
    public String redirectUri() {
        return variables.get("DIGIME_REDIRECT_URI", "http://localhost:8765/callback");
    }

    /** Stops listening afterwards, so that examples can run side by side. */
    @Override
    public String visit(URI page) throws IOException, InterruptedException {
        try (CallbackListener listener = new CallbackListener(URI.create(redirectUri()))) {
            System.out.println(page);
            if (!GraphicsEnvironment.isHeadless()
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(page);
            }
            return listener.next();
        }
    }

    /** A new file, since an existing one may be the only copy of another user's token. */
    @Override
    public Path newTokenFile(Path directory) {
        Path file = directory.resolve("digime-token.json");
        for (int number = 2; Files.exists(file); number++) {
            file = directory.resolve("digime-token-" + number + ".json");
        }
        return file;
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    @Override
    public ReadAllOptions readAllOptions(DigiMeUser user) {
        return ReadAllOptions.defaults();
    }

    @Override
    public void endAccessToken(DigiMeUser user) {
        user.refresh();
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private void with(String name, Consumer<String> setting) {
        @Nullable String value = variables.find(name);
        if (value != null) {
            setting.accept(value);
        }
    }
}
