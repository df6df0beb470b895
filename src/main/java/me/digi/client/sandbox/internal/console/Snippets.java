package me.digi.client.sandbox.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.html.StaticFiles;

/** Code to start with, for one contract of this sandbox. */
final class Snippets {
    private final Sandbox sandbox;
    private final String contractId;

    Snippets(Sandbox sandbox, String contractId) {
        this.sandbox = sandbox;
        this.contractId = contractId;
    }

    /** Up to the consent page. */
    String node() {
        return filled("setup.mjs");
    }

    String java() {
        return filled("Setup.java");
    }

    String kotlin() {
        return filled("Setup.kt.txt");
    }

    String android() {
        return filled("setup-android.kt.txt");
    }

    String ios() {
        return filled("setup.swift");
    }

    /** A program, up to the content of the files. */
    String nodeProgram() {
        return filled("read.mjs").replace("{{setup}}", node());
    }

    String javaProgram() {
        return filled("Read.java").replace("{{setup}}", java().strip().replace("\n", "\n        "));
    }

    String pythonProgram() {
        return filled("read.py");
    }

    private String filled(String file) {
        return new String(StaticFiles.read(file), UTF_8)
                .replace("{{applicationId}}", sandbox.applicationId())
                .replace("{{contractId}}", contractId)
                .replace("{{url}}", sandbox.url().toString())
                .replace("{{baseUrl}}", sandbox.environment().baseUrl().toString())
                .replace("{{onboardUrl}}", sandbox.environment().onboardUrl().toString())
                .replace("{{cloudUrl}}", sandbox.environment().cloudUrl().toString());
    }
}
