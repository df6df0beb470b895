package me.digi.client.sandbox.internal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path with variables. <code>{name}</code> matches one segment. At the end, <code>{/file}</code> matches one or more
 * segments without a slash after them, and <code>{/folder/}</code> any number with one.
 */
public final class PathTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{(/?)([a-zA-Z]+)(/?)}");

    private final String template;
    private final Pattern pattern;

    public PathTemplate(String template) {
        this.template = template;
        this.pattern = Pattern.compile(regex(template));
    }

    /** Returns the values of the variables, or null if the path does not match. Single segments are decoded. */
    public @Nullable Map<String, String> match(String path) {
        Matcher actual = pattern.matcher(path);
        if (!actual.matches()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher variable = VARIABLE.matcher(template);
        while (variable.find()) {
            String name = variable.group(2);
            boolean segment = variable.group(1).isEmpty();
            variables.put(name, segment ? decoded(actual.group(name)) : actual.group(name));
        }
        return variables;
    }

    /** Decodes a segment; in a path, a plus sign is not a space. */
    public static String decoded(String segment) {
        return Query.decode("a segment of the path", segment.replace("+", "%2B"));
    }

    @Override
    public String toString() {
        return template;
    }

    private static String regex(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int from = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(template.substring(from, variable.start())));
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
        return regex.append(Pattern.quote(template.substring(from))).toString();
    }
}
