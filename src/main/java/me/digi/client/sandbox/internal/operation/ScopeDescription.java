package me.digi.client.sandbox.internal.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Catalogue;
import org.jspecify.annotations.Nullable;

/** Describes the scope of a session on a page. An empty list means everything. */
final class ScopeDescription {
    private ScopeDescription() {}

    static List<String> of(JsonView options, Catalogue catalogue) {
        JsonView scope = options.object("scope");
        List<String> words = new ArrayList<>();
        scope.objects("serviceGroups").forEach(group -> words.add(group(group, catalogue)));
        scope.objects("timeRanges").forEach(range -> words.add("Only data " + time(range)));
        scope.objects("criteria").forEach(criteria -> words.add(files(criteria)));
        if (Boolean.FALSE.equals(options.members().get("sourceFetch"))) {
            words.add("Only what is already in your library: nothing new is fetched");
        }
        return List.copyOf(words);
    }

    private static String group(JsonView group, Catalogue catalogue) {
        List<String> services = group.objects("serviceTypes").stream()
                .map(type -> service(type, catalogue))
                .toList();
        String name = name(catalogue.list("categories"), group.optionalNumber("id"), "service group");
        return services.isEmpty() ? name + " data" : name + " data from " + String.join(" and ", services);
    }

    private static String service(JsonView type, Catalogue catalogue) {
        List<JsonView> services = catalogue.list("sources").stream()
                .map(source -> source.object("service"))
                .toList();
        String objects = type.objects("serviceObjectTypes").stream()
                .map(object -> String.valueOf(object.optionalNumber("id")))
                .collect(Collectors.joining(", "));
        return name(services, type.optionalNumber("id"), "service type")
                + (objects.isEmpty() ? "" : " (object types " + objects + ")");
    }

    private static String name(List<JsonView> items, @Nullable Long id, String kind) {
        return items.stream()
                .filter(item -> id != null && id.equals(item.optionalNumber("id")))
                .map(item -> item.text("name"))
                .findFirst()
                .orElse(kind + " " + id);
    }

    private static String files(JsonView criteria) {
        StringBuilder words = new StringBuilder("Files");
        JsonView metadata = criteria.object("metadata");
        metadata.members().forEach((name, value) -> {
            if (!name.equals("accounts")) {
                words.append(" with the ").append(name).append(' ');
                words.append(metadata.list(name).stream().map(String::valueOf).collect(Collectors.joining(" or ")));
            }
        });
        if (metadata.has("accounts")) {
            words.append(" of selected accounts");
        }
        String time = time(criteria);
        return words + (time.isEmpty() ? "" : " " + time);
    }

    private static String time(JsonView range) {
        List<String> words = new ArrayList<>();
        if (range.has("last")) {
            words.add("of the last " + period(range.text("last")));
        }
        if (range.has("from")) {
            words.add("from " + day(range.number("from")));
        }
        if (range.has("to")) {
            words.add("until " + day(range.number("to")));
        }
        return String.join(" ", words);
    }

    /** {@code 6m} is 6 months. */
    private static String period(String last) {
        String count = last.substring(0, last.length() - 1);
        String unit = switch (last.charAt(last.length() - 1)) {
            case 'd' -> " days";
            case 'm' -> " months";
            default -> " years";
        };
        return count + unit;
    }

    private static String day(long second) {
        return Instant.ofEpochSecond(second)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
