package examples;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import org.jspecify.annotations.Nullable;

/** digi.me itself, or whatever else the variables name. */
final class RemoteService implements Service {
    private final Map<String, String> variables;
    private final ContractDetails contract;
    private final CallbackListener listener;

    RemoteService(Map<String, String> variables) throws IOException {
        this.variables = variables;
        this.contract = ContractDetails.builder()
                .contractId(required("DIGIME_CONTRACT_ID"))
                .privateKey(Files.readString(Path.of(required("DIGIME_PRIVATE_KEY_FILE"))))
                .build();
        this.listener = new CallbackListener(URI.create(callback()));
    }

    @Override
    public DigiMe.Builder connect() {
        Environment.Builder environment = Environment.builder();
        with("DIGIME_BASE_URL", environment::baseUrl);
        with("DIGIME_ONBOARD_URL", environment::onboardUrl);
        with("DIGIME_CLOUD_URL", environment::cloudUrl);
        return DigiMe.builder().applicationId(required("DIGIME_APPLICATION_ID")).environment(environment.build());
    }

    @Override
    public ContractDetails contract() {
        return contract;
    }

    @Override
    public String callback() {
        return variables.getOrDefault("DIGIME_CALLBACK", "http://localhost:8765/callback");
    }

    @Override
    public String visit(URI page) throws IOException, InterruptedException {
        System.out.println(page);
        if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
            Desktop.getDesktop().browse(page);
        }
        return listener.next();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void with(String name, java.util.function.Consumer<String> setting) {
        @Nullable String value = variables.get(name);
        if (value != null) {
            setting.accept(value);
        }
    }

    private String required(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
