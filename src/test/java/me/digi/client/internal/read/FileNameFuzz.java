package me.digi.client.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import me.digi.client.error.FileException;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;

/** Names of files from outside: as a part of a request's path, and on disk. */
public final class FileNameFuzz {
    private static final Outcome OUTCOME = Outcome.documented(FileException.class);
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_%-][A-Za-z0-9._%~-]*");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)(\\..*)?");
    private static final int LONGEST = 255;

    private FileNameFuzz() {}

    /** Reads the input as two names, in UTF-16 or with a line break between. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        String text = chosen.choice() % 2 == 0 ? chosen.text() : new String(chosen.bytes(), StandardCharsets.UTF_16BE);
        String[] names = text.split("\n", 2);
        String safe = checked(names[0]);
        if (names.length == 2 && !names[0].equals(names[1])) {
            Outcome.require(
                    !safe.equalsIgnoreCase(checked(names[1])),
                    "no two names share one, where case makes no difference");
        }
    }

    private static String checked(String name) {
        OUTCOME.quoting().of(() -> SessionCalls.checked(name));
        if (name.isEmpty()) {
            return "";
        }
        String safe = SafeNames.safe(name);
        Outcome.require(SAFE.matcher(safe).matches(), "only plain characters stay");
        Outcome.require(!safe.endsWith("."), "none ends in a dot");
        Outcome.require(!DEVICE.matcher(safe.toLowerCase(Locale.ROOT)).matches(), "none is a device");
        Outcome.require(safe.length() <= LONGEST, "each fits a file system");
        Outcome.require(SafeNames.safe(name).equals(safe), "it is the same each time");
        return safe;
    }

    /** The case P10. */
    public static List<byte[]> seeds() {
        Seeds pairs = new Seeds();
        for (String names : List.of(
                "TITLE.json\ntitle.json",
                "18_2_17_300_D202311.json\n18_2_17_300_d202311.json",
                "\u00E9\ne\u0301",
                "stra\u00DFe\nSTRASSE",
                "\u0130\ni",
                "con\nCON.txt",
                "com\u00B9.txt\nconin$",
                "../../etc/passwd\n.hidden",
                "a%2E\na.",
                "x".repeat(300) + "1\n" + "x".repeat(300) + "2",
                "a~b\nA~B",
                "a\u202Egpj.exe\na\u0085b")) {
            pairs.texts(names);
        }
        Seeds halves = new Seeds();
        for (String names : List.of("\uD800\n\uD801", "x".repeat(300) + "\uDC00\n" + "x".repeat(300) + "\uDC01")) {
            // Java's encoder puts a question mark for half a character.
            byte[] units = new byte[2 * names.length()];
            for (int i = 0; i < names.length(); i++) {
                units[2 * i] = (byte) (names.charAt(i) >> 8);
                units[2 * i + 1] = (byte) names.charAt(i);
            }
            halves.bytes(units);
        }
        return new Seeds().choosing(0, pairs).choosing(1, halves).all();
    }
}
