package me.digi.client.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root. If the tests do, another program must change the user first. */
final class UnprivilegedUser {
    /** One of these is on every Linux: of util-linux or BusyBox, and a user namespace where nothing else is allowed. */
    private static final List<List<String>> WAYS = List.of(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
            List.of("runuser", "-u", "nobody", "--"),
            List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"),
            List.of("unshare", "-U"));

    private UnprivilegedUser() {}

    /** What to write before a command so that it does not run as root; nothing if it would not anyway. */
    static List<String> commandPrefix() {
        List<String> failures = new ArrayList<>();
        if (!isRoot(List.of(), failures)) {
            return List.of();
        }
        for (List<String> way : WAYS) {
            if (!isRoot(way, failures)) {
                return way;
            }
        }
        throw new IllegalStateException(
                "these tests run as root, PostgreSQL refuses to, and no way was found to run it as" + " another user: "
                        + failures);
    }

    private static boolean isRoot(List<String> way, List<String> failures) {
        List<String> command = new ArrayList<>(way);
        command.addAll(List.of("id", "-u"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() == 0 && output.matches("\\d+") && !output.equals("0")) {
                return false;
            }
            failures.add(command + ": " + output);
        } catch (IOException e) {
            failures.add(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return true;
    }
}
