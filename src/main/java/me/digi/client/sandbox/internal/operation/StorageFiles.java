package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.PathTemplate;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Storage;

/** What the operations on the files of a storage have in common. Each application has a folder of its own. */
final class StorageFiles {
    private static final String SEGMENT = "[^\\s\\p{Cntrl}/\\\\]+";

    private StorageFiles() {}

    /** Where the files of an application are in a storage, with what a path template takes after it. */
    static String under(String rest) {
        return "clouds/{storageId}/files/apps/{applicationId}" + rest;
    }

    /** A storage as responses have it. */
    static Map<String, Object> members(Storage storage) {
        return Map.of("id", storage.id(), "kid", storage.kid());
    }

    /** The storage that the path names; the folder in it must be the application's own. */
    static Storage storage(Call call) {
        if (!call.path("applicationId").equals(call.world().contracts().applicationId())) {
            throw ApiErrors.forbidden(Rule.STORAGE_FOLDER, "the folder is another application's");
        }
        Storage storage = call.world().storages().byId(call.path("storageId"));
        if (storage == null) {
            throw ApiErrors.notFound(Rule.STORAGE, "there is no such storage");
        }
        return storage;
    }

    /** The path within the application's folder, decoded: names without spaces, and none that lead elsewhere. */
    static String path(String raw) {
        if (raw.isEmpty()) {
            return "/";
        }
        StringBuilder path = new StringBuilder();
        String[] segments = raw.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            path.append('/');
            if (i < segments.length - 1 || !segments[i].isEmpty()) {
                path.append(name(segments[i]));
            }
        }
        return path.toString();
    }

    /** A file as lists have it: in lower case, and as it was written. */
    static Map<String, Object> entry(Call call, Storage.Stored file) {
        String prefix = "/apps/" + call.path("applicationId");
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", file.id());
        entry.put("name", file.name());
        entry.put("originalName", file.originalName());
        entry.put("path", prefix.toLowerCase(Locale.ROOT) + file.folder());
        entry.put("originalPath", prefix + file.originalFolder());
        return entry;
    }

    private static String name(String segment) {
        String name = PathTemplate.decoded(segment);
        if (!name.matches(SEGMENT) || name.equals(".") || name.equals("..")) {
            throw ApiErrors.malformed(
                    Rule.STORAGE_PATH,
                    "the path must be made of names without spaces, slashes and control characters, and no dots alone",
                    "the segment " + segment);
        }
        return name;
    }
}
