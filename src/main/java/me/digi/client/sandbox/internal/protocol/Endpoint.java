package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.sandbox.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation is found. In the path, <code>{name}</code> takes one segment, and at its end
 * <code>{/file}</code> takes one or more that end in a name, <code>{/folder/}</code> none or more that end in a slash.
 *
 * @param operation its name
 * @param method the HTTP method
 * @param path the path under the base URL
 */
public record Endpoint(Operation operation, String method, String path) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(/?)([a-zA-Z]+)(/?)}");

    /** The values of what is in braces, or null if that is another path. Single segments are decoded. */
    @Nullable
    Map<String, String> match(String actualPath) {
        Matcher actual = Pattern.compile(regex()).matcher(actualPath);
        if (!actual.matches()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            String name = variable.group(2);
            boolean segment = variable.group(1).isEmpty();
            variables.put(name, segment ? decoded(actual.group(name)) : actual.group(name));
        }
        return variables;
    }

    /** A segment, decoded; a plus sign stands for itself in a path. */
    public static String decoded(String segment) {
        return Query.decode("a segment of the path", segment.replace("+", "%2B"));
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(path);
        int from = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(path.substring(from, variable.start())));
            from = variable.end();
            regex.append("(?<").append(variable.group(2)).append('>');
            if (variable.group(1).isEmpty()) {
                regex.append("[^/]+");
            } else if (!variable.group(3).isEmpty()) {
                regex.append("|/|/.*/");
            } else {
                regex.append("/.*[^/]");
            }
            regex.append(')');
        }
        return regex.append(Pattern.quote(path.substring(from))).toString();
    }
}
