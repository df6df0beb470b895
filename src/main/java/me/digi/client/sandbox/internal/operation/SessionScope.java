package me.digi.client.sandbox.internal.operation;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Catalogue;
import me.digi.client.sandbox.internal.state.SessionPlan;
import org.jspecify.annotations.Nullable;

/**
 * Selects files by the options of a session: mapped files by service group, service type and object type, raw files by
 * criteria. Time ranges select objects within files, which the sandbox does not evaluate.
 */
final class SessionScope {
    private SessionScope() {}

    static SessionPlan plan(JsonView options, Catalogue catalogue) {
        JsonView scope = options.object("scope");
        List<JsonView> groups = scope.objects("serviceGroups");
        List<JsonView> criteria = scope.objects("criteria");
        boolean fetch = !Boolean.FALSE.equals(options.members().get("sourceFetch"));
        return new SessionPlan(
                fetch,
                file -> file.isRaw()
                        ? criteria.isEmpty() || criteria.stream().anyMatch(one -> meets(file, one))
                        : groups.isEmpty() || groups.stream().anyMatch(group -> contains(group, file)),
                ScopeDescription.of(options, catalogue));
    }

    private static boolean contains(JsonView group, SandboxFile file) {
        SandboxFile.Origin origin = file.origin();
        return origin == null
                || (is(group, origin.serviceGroup())
                        && group.objects("serviceTypes").stream()
                                .anyMatch(type -> is(type, origin.serviceType())
                                        && type.objects("serviceObjectTypes").stream()
                                                .anyMatch(object -> is(object, origin.objectType()))));
    }

    private static boolean is(JsonView view, long id) {
        return Long.valueOf(id).equals(view.optionalNumber("id"));
    }

    private static boolean meets(SandboxFile file, JsonView criteria) {
        Map<String, Object> metadata = file.metadata();
        JsonView wanted = criteria.object("metadata");
        Long from = criteria.optionalNumber("from");
        return (from == null || !(metadata.get("created") instanceof Long created) || created >= from * 1000)
                && meets(wanted.list("mimeType"), List.of(metadata.getOrDefault("mimetype", "")))
                && meets(wanted.list("appId"), List.of(metadata.getOrDefault("appid", "")))
                && meets(wanted.list("contractId"), List.of(metadata.getOrDefault("contractid", "")))
                && meets(wanted.list("reference"), metadata.get("reference") instanceof List<?> list ? list : List.of())
                && meets(wanted.list("tags"), metadata.get("tags") instanceof List<?> list ? list : List.of())
                && meets(
                        accountIds(wanted.list("accounts"), "accountId"),
                        accountIds(metadata.get("accounts"), "accountid"));
    }

    /** An empty criterion is met by every file. */
    private static boolean meets(List<?> wanted, List<?> actual) {
        return wanted.isEmpty() || wanted.stream().anyMatch(actual::contains);
    }

    private static List<?> accountIds(@Nullable Object accounts, String member) {
        return accounts instanceof List<?> list
                ? list.stream()
                        .map(account -> JsonView.of(account).optionalText(member))
                        .toList()
                : List.of();
    }
}
