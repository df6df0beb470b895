package me.digi.client.internal.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.digi.client.internal.io.WhiteSpace;

/** A text with one PEM block (RFC 7468). Other text may precede it, such as OpenSSL's attributes. */
final class PemText {
    private static final Pattern BOUNDARY = Pattern.compile("-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----");
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");
    private static final String LINE_BREAKS = "\r\n";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Many times the largest key. */
    private static final int MAX_CHARS = 64 << 10;

    /** How many blocks an error message lists. */
    private static final int MAX_SHOWN = 5;

    private final String body;

    private PemText(String body) {
        this.body = body;
    }

    /** Rejects blocks without one of these labels. */
    static PemText parse(String text, String... labels) {
        if (text.length() > MAX_CHARS) {
            throw new KeyFormatException("it is longer than " + MAX_CHARS + " characters");
        }
        String pem = WhiteSpace.strip(withLineBreaks(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        if (pem.isEmpty()) {
            throw new KeyFormatException("it is empty");
        }
        List<MatchResult> boundaries = new ArrayList<>();
        for (Matcher matcher = BOUNDARY.matcher(pem); matcher.find(); ) {
            boundaries.add(matcher.toMatchResult());
        }
        List<MatchResult> begins =
                boundaries.stream().filter(it -> it.group(1).equals("BEGIN")).collect(Collectors.toList());
        if (begins.isEmpty()) {
            throw new KeyFormatException("it is not PEM: there is no BEGIN line");
        }
        if (begins.size() > 1) {
            throw new KeyFormatException(begins.stream()
                    .limit(MAX_SHOWN)
                    .map(it -> PemLabel.describe(it.group(2)))
                    .collect(Collectors.joining(" and ", "it holds " + begins.size() + " PEM blocks: ", "")));
        }
        MatchResult begin = begins.get(0);
        MatchResult end = boundaries.get(boundaries.size() - 1);
        if (end == begin) {
            throw new KeyFormatException("it is truncated: its END line is missing");
        }
        if (boundaries.size() != 2 || !end.group(2).equals(begin.group(2))) {
            throw new KeyFormatException("its BEGIN and END lines do not match");
        }
        if (begin.start() != 0 && LINE_BREAKS.indexOf(pem.charAt(begin.start() - 1)) < 0) {
            throw new KeyFormatException("there is text before BEGIN on the same line");
        }
        if (end.end() != pem.length()) {
            throw new KeyFormatException("there is text after its END line");
        }
        if (!Arrays.asList(labels).contains(begin.group(2))) {
            throw new KeyFormatException("it is " + PemLabel.describe(begin.group(2)));
        }
        return new PemText(pem.substring(begin.end(), end.start()));
    }

    /** Environment variables often contain line breaks as \\n. PEM has no backslashes. */
    private static String withLineBreaks(String text) {
        return text.replace("\\r", "").replace("\\n", "\n");
    }

    /** PKCS#1 files have headers for it (RFC 1421). */
    boolean isEncrypted() {
        return body.contains("Proc-Type:") || body.contains("DEK-Info:");
    }

    /** Accepts only canonical base64; a lenient decoder would ignore damage at the end. */
    byte[] bytes() {
        String base64 = WHITE_SPACE.matcher(body).replaceAll("");
        if (base64.isEmpty()) {
            throw new KeyFormatException("there is nothing between its BEGIN and END lines");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException quotesTheText) {
            throw new KeyFormatException("its base64 is damaged or truncated");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new KeyFormatException("its base64 is damaged or truncated");
        }
        return bytes;
    }
}
