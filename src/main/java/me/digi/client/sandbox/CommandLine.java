package me.digi.client.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.protocol.Rule;
import org.jspecify.annotations.Nullable;

/** The options of the standalone sandbox. */
final class CommandLine {
    static final String HELP = """
        digi.me sandbox: a local digi.me for development

        usage: java -jar digime-client-VERSION-sandbox-standalone.jar [options]

          --port PORT             the port; 0 for a free one (default: 8787)
          --directory PATH        the directory that keeps keys, users and tokens (default: digime-sandbox)
          --in-memory             do not keep anything
          --seed TEXT             the same keys, ids and tokens for the same text; implies --in-memory
          --fresh-keys            generate new keys, which takes seconds; by default, the contracts below use test keys
                                  that are published with the sandbox
          --application-id ID     the id of the application (default: sandbox-app)
          --contract ID=KIND      a contract; KIND is read, push or read-raw; may be repeated
                                  (default: sandbox-contract=read sandbox-push=push sandbox-raw=read-raw)
          --redirect-uri URI      registered in every contract, in addition to http://localhost:8765/callback and
                                  https://app.example/callback; may be repeated
          --clock running|TIME    real time, or a time like 2030-01-01T00:00:00Z at which it stands still until moved
                                  (default: running)
          --loosen RULE           accept requests that break the rule; may be repeated
          --request-log COUNT     how many requests the console keeps (default: 50000)

          --address ADDRESS       the address to listen on (default: 127.0.0.1)
          --allow-network         required with an address beyond this machine: anyone who reaches the port can then act
                                  as any user, and needs no key for the pages
          --control-on-network    keep the console and the control API on with such an address; they require the token
          --public-url URL        the URL by which clients reach the sandbox, like http://sandbox:8787

          --help                  print this help
        """;

    private static final Set<String> SWITCHES =
            Set.of("--in-memory", "--fresh-keys", "--allow-network", "--control-on-network", "--help");

    private final SandboxBuilder builder = Sandbox.builder().port(8787).runningClock();
    private final Map<String, ContractKind> contracts = new LinkedHashMap<>();
    private final List<String> loosened = new ArrayList<>();
    private InetAddress address = InetAddress.getLoopbackAddress();
    private @Nullable Path directory;
    private boolean inMemory;
    private boolean freshKeys;
    private boolean seeded;
    private boolean networkAllowed;
    private boolean controlOnNetwork;
    private boolean help;

    private CommandLine() {}

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if one is unknown or has a wrong value; the message says which
     */
    static CommandLine parse(List<String> arguments) {
        CommandLine line = new CommandLine();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (SWITCHES.contains(option)) {
                line.set(option);
            } else if (!option.startsWith("--")) {
                throw new IllegalArgumentException("unexpected argument: " + option);
            } else if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("unknown option, or its value is missing: " + option);
            } else {
                line.set(option, arguments.get(++i));
            }
        }
        line.check();
        return line;
    }

    boolean isHelp() {
        return help;
    }

    /** Whether other machines can reach the sandbox. */
    boolean isOnNetwork() {
        return !address.isLoopbackAddress();
    }

    /** Starts the sandbox; existing contracts of the directory stay as they are. */
    Sandbox start() {
        Sandbox sandbox = builder.start();
        try {
            List<String> existing =
                    sandbox.contracts().stream().map(ContractView::id).toList();
            contracts.forEach((id, kind) -> {
                if (!existing.contains(id)) {
                    sandbox.declareContract(id, kind, Set.of());
                }
            });
            loosened.forEach(sandbox::loosen);
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private void set(String option) {
        switch (option) {
            case "--in-memory" -> inMemory = true;
            case "--fresh-keys" -> freshKeys = true;
            case "--allow-network" -> networkAllowed = true;
            case "--control-on-network" -> controlOnNetwork = true;
            default -> help = true;
        }
    }

    private void set(String option, String value) {
        switch (option) {
            case "--port" -> builder.port(number(option, value, 0, 65_535));
            case "--directory" -> directory = path(value);
            case "--seed" -> {
                builder.seed(value);
                seeded = true;
                inMemory = true;
            }
            case "--application-id" -> builder.applicationId(value);
            case "--contract" -> contract(value);
            case "--redirect-uri" -> builder.redirectUri(value);
            case "--clock" -> clock(value);
            case "--loosen" -> loosened.add(Rule.toLoosen(value).id());
            case "--request-log" -> builder.requestLog(number(option, value, 1, Integer.MAX_VALUE));
            case "--address" -> address = address(value);
            case "--public-url" -> builder.publicUrl(value);
            default -> throw new IllegalArgumentException("unknown option: " + option);
        }
    }

    private void check() {
        if (directory != null && inMemory) {
            throw new IllegalArgumentException("--directory and --in-memory or --seed exclude each other");
        }
        if (freshKeys && seeded) {
            throw new IllegalArgumentException("--fresh-keys and --seed exclude each other");
        }
        if (contracts.isEmpty()) {
            List.of("sandbox-contract=read", "sandbox-push=push", "sandbox-raw=read-raw")
                    .forEach(this::contract);
        }
        if (freshKeys) {
            builder.freshKeys();
        }
        if (!inMemory) {
            builder.directory(directory == null ? Path.of("digime-sandbox") : directory);
        }
        if (isOnNetwork() && !networkAllowed) {
            throw new IllegalArgumentException("--address " + address.getHostAddress()
                    + " is reachable from other machines: anyone who reaches the port can act as any user of the sandbox."
                    + " Add --allow-network to permit that");
        }
        builder.address(address);
        if (isOnNetwork()) {
            builder.controlApi(controlOnNetwork);
        }
    }

    private void contract(String value) {
        String[] parts = value.split("=", 2);
        if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException("--contract must be like my-contract=read: " + value);
        }
        if (!List.of("read", "push", "read-raw").contains(parts[1])) {
            throw new IllegalArgumentException("the kind of a contract is read, push or read-raw: " + value);
        }
        contracts.put(parts[0], Names.read(ContractKind.class, parts[1]));
    }

    private void clock(String value) {
        if (value.equals("running")) {
            builder.runningClock();
            return;
        }
        try {
            builder.clockAt(Instant.parse(value));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--clock must be running or a time like 2030-01-01T00:00:00Z: " + value, e);
        }
    }

    private static int number(String option, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new IllegalArgumentException(option + " must be a number from " + min + " to " + max + ": " + value);
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--directory is not a valid path: " + value, e);
        }
    }

    private static InetAddress address(String value) {
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--address is unknown: " + value, e);
        }
    }
}
