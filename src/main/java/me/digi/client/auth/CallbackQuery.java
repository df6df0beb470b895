package me.digi.client.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.io.WhiteSpace;
import org.jspecify.annotations.Nullable;

/**
 * digi.me's parameters of a callback, repeated ones included: frameworks differ in which of two they take. Empty
 * parameters count as absent; other parameters of the redirect URI are ignored.
 */
final class CallbackQuery {
    private static final Set<String> NAMES =
            Set.of("state", "success", "code", "errorCode", "accountReference", "result", "error_message");
    /** Far beyond what browsers send and servers accept. */
    private static final int MAX_CHARS = 64 << 10;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern SCHEME_OR_PATH = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:|/).*", Pattern.DOTALL);

    private final Map<String, List<String>> values;

    private CallbackQuery(Map<String, List<String>> values) {
        this.values = values;
    }

    static CallbackQuery parse(String uriOrQuery) {
        if (uriOrQuery.length() > MAX_CHARS) {
            throw new CallbackException(Problem.TOO_LONG);
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String parameter : query(uriOrQuery).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decodeOrNull(equals < 0 ? parameter : parameter.substring(0, equals));
            if (name == null || !NAMES.contains(name)) {
                continue;
            }
            String value = decodeOrNull(equals < 0 ? "" : parameter.substring(equals + 1));
            if (value == null) {
                throw new CallbackException(Problem.ENCODING);
            }
            if (!WhiteSpace.isBlank(value)) {
                values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            }
        }
        return new CallbackQuery(values);
    }

    /** The parameter's value, or null; throws this problem if it is repeated. */
    @Nullable
    String single(String name, Problem repeated) {
        List<String> found = values.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new CallbackException(repeated);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** As {@link #single}, but rejects control characters. */
    @Nullable
    String line(String name, Problem repeated) {
        String value = single(name, repeated);
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw new CallbackException(Problem.ENCODING);
        }
        return value;
    }

    private static String query(String uriOrQuery) {
        int fragment = uriOrQuery.indexOf('#');
        String text = fragment < 0 ? uriOrQuery : uriOrQuery.substring(0, fragment);
        int mark = text.indexOf('?');
        // Without one, "a:b=c" is a query that begins with a name of the application's, or a URI without a query.
        boolean isUri = mark == 0 || (mark > 0 && SCHEME_OR_PATH.matcher(text).matches());
        return isUri ? text.substring(mark + 1) : text;
    }

    /** The form-decoded text; null if it is not form-encoded UTF-8, which the JDK's decoder would replace or quote. */
    private static @Nullable String decodeOrNull(String text) {
        if (BROKEN_ESCAPE.matcher(text).find()) {
            return null;
        }
        try {
            String octets = new String(text.getBytes(UTF_8), ISO_8859_1);
            byte[] decoded = URLDecoder.decode(octets, ISO_8859_1.name()).getBytes(ISO_8859_1);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded)).toString();
        } catch (CharacterCodingException | UnsupportedEncodingException e) {
            return null;
        }
    }
}
