package me.digi.client.sandbox.internal.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** Matches sources against a query. */
final class Matching {
    /** The members in which the words of a user are searched. */
    private static final List<String> SEARCHED =
            List.of("name", "abbreviation", "alias", "medicalCenter", "practitioner");

    private Matching() {}

    /** For each member of the filter, the source must have one of its values. */
    static boolean filter(JsonView source, JsonView filter) {
        return filter.members().entrySet().stream().allMatch(entry -> {
            String member = entry.getKey().equals("sourceId") ? "id" : entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> byId) {
                return anyOf(
                        ids(source.members().get(member)), JsonView.of(byId).list("id"));
            }
            List<?> wanted =
                    entry.getValue() instanceof List<?> list ? list : List.of(String.valueOf(entry.getValue()));
            return anyOf(values(source.members().get(member)), wanted);
        });
    }

    /** For each member of the search, the source's value must contain one of its texts. */
    static boolean search(JsonView source, JsonView search) {
        return search.members().keySet().stream()
                .allMatch(member -> search.list(member).isEmpty()
                        || search.list(member).stream()
                                .anyMatch(text -> contains(source, member, String.valueOf(text))));
    }

    /** Every word must occur in some member. */
    static boolean words(JsonView source, @Nullable String text) {
        return text == null
                || Stream.of(text.trim().split("\\s+"))
                        .allMatch(word -> SEARCHED.stream().anyMatch(member -> contains(source, member, word)));
    }

    private static boolean contains(JsonView source, String member, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return values(source, member).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The values of a member, or of a nested one: {@code address.city} of each address. */
    private static List<String> values(JsonView source, String member) {
        int dot = member.indexOf('.');
        if (dot < 0) {
            return values(source.members().get(member));
        }
        return source.list(member.substring(0, dot)).stream()
                .flatMap(part -> values(JsonView.of(part), member.substring(dot + 1)).stream())
                .toList();
    }

    private static boolean anyOf(List<String> values, List<?> wanted) {
        return wanted.stream().map(String::valueOf).anyMatch(values::contains);
    }

    /** The id of an object, or those of several. */
    private static List<String> ids(@Nullable Object value) {
        Stream<?> objects = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return objects.map(
                        object -> String.valueOf(JsonView.of(object).members().get("id")))
                .toList();
    }

    private static List<String> values(@Nullable Object value) {
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return all.map(String::valueOf).toList();
    }
}
