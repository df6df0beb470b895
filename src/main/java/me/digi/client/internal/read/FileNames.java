package me.digi.client.internal.read;

import java.nio.charset.StandardCharsets;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;

/** Which names the service can be asked for: they become a part of the request's path. */
final class FileNames {
    private static final int MOST_CHARS = 1000;

    private FileNames() {}

    static String check(String name) {
        if (name.isEmpty()) {
            throw invalid(name, "it is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            throw invalid(name, "it leads to another place");
        }
        if (name.length() > MOST_CHARS) {
            throw invalid(name.substring(0, 40) + "…", "it is longer than " + MOST_CHARS + " characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw invalid(name, "it has half a character");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw invalid(name, "it has control characters");
        }
        return name;
    }

    private static FileException invalid(String name, String why) {
        return new FileException(name, Problem.NAME, why, null);
    }
}
