package me.digi.client.sandbox.internal.console;

import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.io.Resources;

/** Sample code for a contract of this sandbox. */
final class Snippets {
    private final Sandbox sandbox;
    private final String contractId;

    Snippets(Sandbox sandbox, String contractId) {
        this.sandbox = sandbox;
        this.contractId = contractId;
    }

    /** A program that reads the files. */
    String nodeProgram() {
        return of("read.mjs").replace("{{setup}}", of("setup.mjs"));
    }

    String javaProgram() {
        return of("Read.java").replace("{{setup}}", of("Setup.java").strip().replace("\n", "\n        "));
    }

    /** Returns a file of the console, with the settings of the sandbox filled in. */
    String of(String file) {
        return Resources.readText("console/" + file)
                .replace("{{applicationId}}", sandbox.applicationId())
                .replace("{{contractId}}", contractId)
                .replace("{{url}}", sandbox.url().toString())
                .replace("{{baseUrl}}", sandbox.environment().baseUrl().toString())
                .replace("{{onboardUrl}}", sandbox.environment().onboardUrl().toString())
                .replace("{{cloudUrl}}", sandbox.environment().cloudUrl().toString());
    }
}
