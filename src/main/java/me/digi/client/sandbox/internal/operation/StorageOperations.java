package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.PathTemplate;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Storage;

/** Storages, and the files in them: each application has its own folder in the cloud. */
final class StorageOperations {
    private static final String SEGMENT = "[^\\s\\p{Cntrl}/\\\\]+";
    private static final int MIN_ENCRYPTED_BYTES = 288;
    private static final int BLOCK = 16;

    private StorageOperations() {}

    /** Creates a storage without a user. The page {@code authorize} assigns it to a user. */
    static ApiOperation createStorage() {
        return new ApiOperation(Operation.CREATE_STORAGE, "POST", "storage").handle(call -> {
            String kid = call.contract().id() + "_" + call.world().contracts().applicationId() + "_0";
            return ApiResponse.created(members(call.world().storages().create(kid)));
        });
    }

    static ApiOperation fetchStorage() {
        return new ApiOperation(Operation.FETCH_STORAGE, "GET", "storage")
                .claims(AccessTokens.CLAIMS)
                .handle(call -> {
                    Storage storage = call.world().storages().of(AccessTokens.authorizedUser(call));
                    if (storage == null) {
                        throw ApiErrors.notFound(Rule.STORAGE, "the user has no storage");
                    }
                    return ApiResponse.json(members(storage));
                });
    }

    static ApiOperation listFiles() {
        return inCloud(Operation.LIST_STORAGE_FILES, "GET", "{/folder/}")
                .query(ObjectShape.object().required("recursive", Shape.oneOf("true", "false")))
                .handle(call -> {
                    boolean recursive = call.query().text("recursive").equals("true");
                    List<Map<String, Object>> files = storage(call).list(path(call.path("folder")), recursive).stream()
                            .map(file -> entry(call, file))
                            .toList();
                    Map<String, Object> list = new LinkedHashMap<>();
                    list.put("files", files);
                    list.put("total", (long) files.size());
                    return ApiResponse.json(list);
                });
    }

    /** Stores an encrypted file, replacing the one of that path. */
    static ApiOperation uploadFile() {
        return inCloud(Operation.UPLOAD_STORAGE_FILE, "POST", "{/file}")
                .upload()
                .handle(call -> {
                    Storage storage = storage(call);
                    String path = path(call.path("file"));
                    long size = call.bytes().size();
                    if (size < MIN_ENCRYPTED_BYTES || size % BLOCK != 0) {
                        call.refuse(ApiErrors.malformed(
                                Rule.ENCRYPTED_UPLOAD,
                                "the body cannot be an encrypted file: it has " + size + " bytes",
                                size + " bytes"));
                    }
                    return ApiResponse.created(
                            entry(call, storage.put(path, call.bytes().keep())));
                });
    }

    static ApiOperation downloadFile() {
        return inCloud(Operation.DOWNLOAD_STORAGE_FILE, "GET", "{/file}")
                .download()
                .handle(call -> {
                    Storage.Stored file = storage(call).get(path(call.path("file")));
                    if (file == null) {
                        throw ApiErrors.notFound(Rule.STORAGE_FILE, "there is no such file");
                    }
                    return ApiResponse.bytes(
                            Map.of("Content-Type", "application/octet-stream"), Content.of(file.content()));
                });
    }

    static ApiOperation deleteFile() {
        return inCloud(Operation.DELETE_STORAGE_FILE, "DELETE", "{/file}")
                .handle(call -> delete(call, call.path("file"), false));
    }

    static ApiOperation deleteFolder() {
        return inCloud(Operation.DELETE_STORAGE_FOLDER, "DELETE", "{/folder/}")
                .handle(call -> delete(call, call.path("folder"), true));
    }

    private static ApiOperation inCloud(Operation operation, String method, String path) {
        return new ApiOperation(operation, method, "clouds/{storageId}/files/apps/{applicationId}" + path).inCloud();
    }

    private static ApiResponse delete(Call call, String path, boolean folder) {
        // A folder's path ends with a slash, even the application's own: nothing may be deleted without it.
        if (path.isEmpty() || !storage(call).delete(path(path), folder)) {
            throw ApiErrors.notFound(Rule.STORAGE_FILE, "there is nothing at that path");
        }
        return ApiResponse.done();
    }

    private static Map<String, Object> members(Storage storage) {
        return Map.of("id", storage.id(), "kid", storage.kid());
    }

    /** Returns the storage in the path, whose folder must be the application's own. */
    private static Storage storage(Call call) {
        if (!call.path("applicationId").equals(call.world().contracts().applicationId())) {
            throw ApiErrors.forbidden(Rule.STORAGE_FOLDER, "the folder is another application's");
        }
        Storage storage = call.world().storages().byId(call.path("storageId"));
        if (storage == null) {
            throw ApiErrors.notFound(Rule.STORAGE, "there is no such storage");
        }
        return storage;
    }

    /** Decodes the path within the application's folder. */
    private static String path(String raw) {
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

    private static String name(String segment) {
        String name = PathTemplate.decoded(segment);
        if (!name.matches(SEGMENT) || name.equals(".") || name.equals("..")) {
            throw ApiErrors.malformed(
                    Rule.STORAGE_PATH,
                    "the path must consist of names without spaces, slashes and control characters, none of them . or ..",
                    "the segment " + segment);
        }
        return name;
    }

    /** A file in a response: its path in lower case, and as it was written. */
    private static Map<String, Object> entry(Call call, Storage.Stored file) {
        String prefix = "/apps/" + call.path("applicationId");
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", file.id());
        entry.put("name", file.name());
        entry.put("originalName", file.originalName());
        entry.put("path", prefix.toLowerCase(Locale.ROOT) + file.folder());
        entry.put("originalPath", prefix + file.originalFolder());
        return entry;
    }
}
