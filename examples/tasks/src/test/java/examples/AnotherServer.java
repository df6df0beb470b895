package examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.digi.client.DigiMe;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RequestLog;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;

/** A sandbox that the examples use through the variables, like any other server. */
final class AnotherServer implements AutoCloseable {
    private static final String PATH = "given/file.txt";

    private final String callback = "http://localhost:" + freePort() + "/callback";
    private final Sandbox sandbox =
            Sandbox.builder().runningClock().redirectUri(callback).start();
    private final Map<String, ContractDetails> contracts = new LinkedHashMap<>();
    private final DigiMe digiMe = DigiMe.builder()
            .applicationId(sandbox.applicationId())
            .environment(sandbox.environment())
            .build();

    AnotherServer() {
        sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
        contracts.put("", sandbox.contract());
        contracts.put("write-", sandbox.addContract("pushes", ContractKind.PUSH));
        contracts.put("raw-", sandbox.addContract("reads-raw", ContractKind.READ_RAW));
    }

    /** The variables that make an example use this server. */
    Map<String, String> variables(Path directory) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("DIGIME_APPLICATION_ID", sandbox.applicationId());
        variables.put("DIGIME_BASE_URL", sandbox.environment().baseUrl().toString());
        variables.put("DIGIME_ONBOARD_URL", sandbox.environment().onboardUrl().toString());
        variables.put("DIGIME_CLOUD_URL", sandbox.environment().cloudUrl().toString());
        variables.put("DIGIME_REDIRECT_URI", callback);
        variables.put("DIGIME_DIRECTORY", directory.toString());
        for (Map.Entry<String, ContractDetails> entry : contracts.entrySet()) {
            ContractDetails contract = entry.getValue();
            String prefix = "DIGIME_" + entry.getKey().toUpperCase(Locale.ROOT).replace('-', '_');
            Path key = directory.resolve(contract.contractId() + ".pem");
            Files.writeString(key, sandbox.privateKeyPem(contract));
            variables.put(prefix + "CONTRACT_ID", contract.contractId());
            variables.put(prefix + "PRIVATE_KEY_FILE", key.toString());
        }
        return variables;
    }

    /** Values for the arguments that an example documents, such as {@code [token.json [account-id]]}. */
    List<String> arguments(String listed, Path directory) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String name : listed.replaceAll("[\\[\\]]", "").split(" ", -1)) {
            if (!name.isEmpty()) {
                arguments.add(argument(name, directory));
            }
        }
        return arguments;
    }

    private String argument(String name, Path directory) throws IOException {
        Path file = directory.resolve(name);
        return switch (name) {
            case "token.json", "write-token.json", "raw-token.json" -> tokenIn(file);
            case "account-id" -> accountOfNewestUser();
            case "storage-id" -> storageWithFile();
            case "service-id", "source-id" -> "420";
            case "data-set" -> "diabetes";
            case "file-name" -> "18_3_68_202_D202611.json";
            case "file" -> Files.writeString(file, "A letter").toString();
            case "file.json" ->
                Files.writeString(file, "{\"resourceType\":\"Patient\"}").toString();
            case "new-token.json", "directory", "target" -> file.toString();
            case "mime-type" -> "text/markdown";
            case "jdbc-url" -> "jdbc:h2:mem:given;DB_CLOSE_DELAY=-1";
            case "from" -> "2026-01-01T00:00:00Z";
            case "to" -> "2026-02-01T00:00:00Z";
            case "folder" -> "given";
            case "path" -> PATH;
            case "text" -> "clinic";
            case "category-id" -> "2";
            default -> throw new IllegalArgumentException("no value is known for the argument " + name);
        };
    }

    /** A pair whose access token has expired, so that each example has to refresh it. */
    private String tokenIn(Path file) throws IOException {
        ContractDetails contract = contracts.get(file.getFileName().toString().replace("token.json", ""));
        PendingConsent link = digiMe.authorize(contract).redirectUri(callback).start();
        Authorized authorized = (Authorized) link.read(sandbox.allow(link.url()));
        UserAccessToken token = digiMe.exchangeCode(contract, authorized);
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
        UserAccessToken expired = UserAccessToken.builder()
                .from(token)
                .accessToken(Token.of(token.accessToken().value(), anHourAgo))
                .build();
        return Files.writeString(file, expired.toJson()).toString();
    }

    private String accountOfNewestUser() {
        List<GrantView> grants = sandbox.grants();
        return sandbox.library(grants.get(grants.size() - 1).userId())
                .accountIds()
                .get(0);
    }

    private String storageWithFile() {
        String id = digiMe.storages(sandbox.contract()).create().id();
        digiMe.storages(sandbox.contract()).files(id).upload(PATH, Content.of("Given."));
        return id;
    }

    /** Whether this is the current pair of its grant. */
    boolean isLive(UserAccessToken token) {
        return sandbox.grants().stream()
                .map(GrantView::live)
                .anyMatch(live -> live != null
                        && live.accessToken().equals(token.accessToken().value())
                        && live.refreshToken().equals(token.refreshToken().value()));
    }

    RequestLog requests() {
        return sandbox.requests();
    }

    /** Requests that failed or got no response. */
    List<String> failed() {
        return sandbox.requests().all().stream()
                .filter(request -> request.status() == null || request.status() >= 400)
                .map(RecordedRequest::toString)
                .toList();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        digiMe.close();
        sandbox.close();
    }
}
