package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import me.digi.client.auth.ContractDetails;

/**
 * A standalone sandbox, for clients in any language: {@code SandboxMain [port [directory [redirectUri…]]]}.
 *
 * <p>It listens on 127.0.0.1, by default on port 8787 (0 for a free one), in real time, with a contract of each kind.
 * It prints what a client needs, and writes new private keys of the contracts into the directory, by default
 * {@code target/sandbox}. The redirect URIs are added to the default ones. Ctrl-C ends it, and its state is lost.
 */
public final class SandboxMain {
    private static final String USAGE = "usage: SandboxMain [port [directory [redirectUri...]]]";

    private SandboxMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && !args[0].matches("\\d{1,5}")) {
            throw new IllegalArgumentException(USAGE + "; invalid port: " + args[0]);
        }
        Path directory = Path.of(args.length > 1 ? args[1] : "target/sandbox");
        try (Sandbox sandbox = start(args)) {
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            describe(sandbox, directory, System.out);
            Thread.currentThread().join();
        }
    }

    private static Sandbox start(String[] args) {
        SandboxBuilder builder =
                Sandbox.builder().runningClock().port(args.length > 0 ? Integer.parseInt(args[0]) : 8787);
        List.of(args).stream().skip(2).forEach(builder::redirectUri);
        return builder.start();
    }

    static void describe(Sandbox sandbox, Path directory, PrintStream out) throws IOException {
        Files.createDirectories(directory);
        out.println("digi.me sandbox. Press Ctrl-C to stop.");
        out.println();
        out.println("base URL        " + sandbox.environment().baseUrl());
        out.println("onboard URL     " + sandbox.environment().onboardUrl());
        out.println("cloud URL       " + sandbox.environment().cloudUrl());
        out.println("application id  " + sandbox.applicationId());
        describe("read", sandbox, sandbox.contract(), directory, out);
        describe("push", sandbox, sandbox.addContract("sandbox-push", ContractKind.PUSH), directory, out);
        describe("read raw", sandbox, sandbox.addContract("sandbox-raw", ContractKind.READ_RAW), directory, out);
        out.println();
        out.println(
                "Pages under the onboard URL ask for consent; with /allow or /deny after its name, a page decides at"
                        + " once: …/authorize/allow?code=…");
        out.flush();
    }

    private static void describe(
            String kind, Sandbox sandbox, ContractDetails contract, Path directory, PrintStream out)
            throws IOException {
        Path key = directory.resolve(contract.contractId() + ".pem");
        OwnFile.write(key, sandbox.privateKeyPem(contract).getBytes(UTF_8));
        out.printf(Locale.ROOT, "%n%-15s %s%n%-15s %s%n", kind + ": id", contract.contractId(), kind + ": key", key);
    }
}
