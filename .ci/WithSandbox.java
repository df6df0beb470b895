import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;

/**
 * Starts a sandbox, and a command that sends requests to it and prints a line for each thing it did: its name, a tab, and
 * {@code ok} or what went wrong. Adds the sandbox's responses and remarks to each line, and replies with an empty one, so
 * that the command can wait until its requests are counted.
 */
class WithSandbox {
    private static final String REDIRECT_URI = "https://app.example/return";

    public static void main(String[] command) throws Exception {
        try (Sandbox sandbox = Sandbox.builder().runningClock().redirectUri(REDIRECT_URI).start()) {
            sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
            Process script = script(command, sandbox);
            int succeeded = 0;
            int failed = 0;
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(script.getInputStream(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] report = line.split("\t", 2);
                    if (report[1].equals("ok")) {
                        succeeded++;
                    } else {
                        failed++;
                    }
                    System.out.printf("%-30s %-3s %s%n", report[0], report[1], String.join("; ", sentSince(sandbox)));
                    reply(script);
                }
            }
            boolean ended = script.waitFor() == 0;
            System.out.println(succeeded + " succeeded, " + (ended ? failed : Math.max(failed, 1)) + " failed");
        }
    }

    private static void reply(Process script) {
        try {
            script.getOutputStream().write('\n');
            script.getOutputStream().flush();
        } catch (IOException e) {
            // It has ended, and waits for nothing.
        }
    }

    private static Process script(String[] command, Sandbox sandbox) throws Exception {
        ProcessBuilder script = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = script.environment();
        environment.put("APPLICATION_ID", sandbox.applicationId());
        environment.put("BASE_URL", sandbox.environment().baseUrl().toString());
        environment.put("ONBOARD_URL", sandbox.environment().onboardUrl().toString());
        environment.put("CLOUD_URL", sandbox.environment().cloudUrl().toString());
        environment.put("REDIRECT_URI", REDIRECT_URI);
        for (ContractKind kind : ContractKind.values()) {
            ContractDetails contract = sandbox.addContract("contract-" + kind, kind, REDIRECT_URI);
            environment.put(kind + "_CONTRACT", contract.contractId());
            environment.put(kind + "_KEY", sandbox.privateKeyPem(contract));
        }
        return script.start();
    }

    private static List<String> sentSince(Sandbox sandbox) {
        List<String> sent = new ArrayList<>();
        for (RecordedRequest request : sandbox.requests().all()) {
            String error = request.errorCode() == null ? "" : " " + request.errorCode();
            sent.add(request.operation() + " " + request.status() + error);
            request.remarks().forEach(remark -> sent.add("remark: " + remark));
        }
        sandbox.requests().clear();
        return sent;
    }
}
