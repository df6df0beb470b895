package me.digi.client.sandbox.internal.operation;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Catalogue;
import me.digi.client.sandbox.internal.state.SessionPlan;
import org.jspecify.annotations.Nullable;

/**
 * Which files the options of a session mean: mapped files by service group, service type and kind of object, raw files by
 * their criteria. Time ranges choose among the objects within files, which the sandbox does not look into.
 */
final class SessionScope {
    private SessionScope() {}

    static SessionPlan plan(JsonView options, Catalogue catalogue) {
        JsonView scope = options.object("scope");
        List<JsonView> groups = views(scope.list("serviceGroups"));
        List<JsonView> criteria = views(scope.list("criteria"));
        boolean fetch = !Boolean.FALSE.equals(options.members().get("sourceFetch"));
        return new SessionPlan(
                fetch,
                file -> file.isRaw()
                        ? criteria.isEmpty() || criteria.stream().anyMatch(one -> meets(file, one))
                        : groups.isEmpty() || groups.stream().anyMatch(group -> contains(group, file)),
                ScopeWords.of(options, catalogue));
    }

    private static boolean contains(JsonView group, SandboxFile file) {
        SandboxFile.Origin origin = file.origin();
        return origin == null
                || (is(group, origin.serviceGroup())
                        && views(group.list("serviceTypes")).stream()
                                .anyMatch(type -> is(type, origin.serviceType())
                                        && views(type.list("serviceObjectTypes")).stream()
                                                .anyMatch(object -> is(object, origin.objectType()))));
    }

    private static boolean is(JsonView view, long id) {
        return Long.valueOf(id).equals(view.optionalNumber("id"));
    }

    private static boolean meets(SandboxFile file, JsonView one) {
        Map<String, Object> told = file.metadata();
        JsonView wanted = one.object("metadata");
        Long from = one.optionalNumber("from");
        return (from == null || !(told.get("created") instanceof Long created) || created >= from * 1000)
                && meets(wanted.list("mimeType"), List.of(told.getOrDefault("mimetype", "")))
                && meets(wanted.list("appId"), List.of(told.getOrDefault("appid", "")))
                && meets(wanted.list("contractId"), List.of(told.getOrDefault("contractid", "")))
                && meets(wanted.list("reference"), told.get("reference") instanceof List<?> list ? list : List.of())
                && meets(wanted.list("tags"), told.get("tags") instanceof List<?> list ? list : List.of())
                && meets(
                        accountIds(wanted.list("accounts"), "accountId"),
                        accountIds(told.get("accounts"), "accountid"));
    }

    /** Nothing is wanted, or one of the things that are is there. */
    private static boolean meets(List<?> wanted, List<?> there) {
        return wanted.isEmpty() || wanted.stream().anyMatch(there::contains);
    }

    private static List<?> accountIds(@Nullable Object accounts, String member) {
        return accounts instanceof List<?> list
                ? views(list).stream()
                        .map(account -> account.optionalText(member))
                        .toList()
                : List.of();
    }

    private static List<JsonView> views(List<?> objects) {
        return objects.stream().map(JsonView::of).toList();
    }
}
