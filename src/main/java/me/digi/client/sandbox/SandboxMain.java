package me.digi.client.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import me.digi.client.sandbox.internal.document.Names;

/**
 * A standalone sandbox, for clients in any language. {@code --help} prints its options.
 *
 * <p>By default it listens on 127.0.0.1, port 8787, runs in real time, and has a contract of each kind. It keeps its
 * state, and the contracts' private keys, in the directory {@code digime-sandbox}, which the next start uses again. It
 * prints where its console is and what a client needs. Ctrl-C ends it.
 */
public final class SandboxMain {
    private static final int WRONG_USAGE = 2;

    private SandboxMain() {}

    public static void main(String[] args) throws InterruptedException {
        CommandLine options;
        Sandbox sandbox;
        try {
            options = CommandLine.parse(List.of(args));
            if (options.isHelp()) {
                System.out.print(CommandLine.HELP);
                return;
            }
            sandbox = options.start();
        } catch (IllegalArgumentException e) {
            fail(e.getMessage() + System.lineSeparator() + "--help lists the options", WRONG_USAGE);
            return;
        } catch (IllegalStateException | UncheckedIOException e) {
            fail(String.valueOf(e.getMessage()), 1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        describe(sandbox, options.isOnNetwork(), System.out);
        Thread.currentThread().join();
    }

    static void describe(Sandbox sandbox, boolean onNetwork, PrintStream out) {
        out.println("digi.me sandbox at " + sandbox.url() + " (Ctrl-C stops it)");
        out.println("client: baseUrl=" + sandbox.environment().baseUrl() + " onboardUrl="
                + sandbox.environment().onboardUrl() + " cloudUrl="
                + sandbox.environment().cloudUrl() + " applicationId=" + sandbox.applicationId());
        for (ContractView contract : sandbox.contracts()) {
            Path key = sandbox.keyFile(contract.id());
            out.println("contract: " + contract.id() + ", " + Names.meaning(contract.kind()) + ", key "
                    + (key == null ? "in the console and the control API" : key));
        }
        if (sandbox.controlUrl() != null) {
            out.println("console: " + sandbox.consoleUrl());
            out.println("control API: " + sandbox.controlUrl() + " with the header Authorization: Bearer "
                    + sandbox.controlToken());
        }
        if (onNetwork) {
            out.println(
                    "warning: other machines can reach this sandbox, and act as any of its users. Do not put real data"
                            + " into it.");
        }
        out.flush();
    }

    private static void fail(String message, int status) {
        System.err.println(message);
        System.exit(status);
    }
}
