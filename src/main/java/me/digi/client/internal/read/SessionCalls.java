package me.digi.client.internal.read;

import java.util.List;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Observations;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.FileList;
import me.digi.client.read.Session;
import org.jspecify.annotations.Nullable;

/** The calls of one session. The session key is masked in errors, since it gives access to data. */
final class SessionCalls {
    static final String DOWNLOAD = PermissionAccessApi.DOWNLOAD_FILE.id();
    static final String LIST = PermissionAccessApi.LIST_FILES.id();
    private static final String METADATA = PermissionAccessApi.FETCH_FILE_METADATA.id();

    private final Caller calls;
    private final PermissionAccessApi api;
    private final String key;
    private final NotFoundRetry retry;

    SessionCalls(Caller calls, PermissionAccessApi api, Session session, NotFoundRetry retry) {
        this.calls = calls;
        this.api = api;
        this.key = session.key().value();
        this.retry = retry;
        if (key.equals(".") || key.equals("..")) {
            throw new IllegalArgumentException("not a valid session key");
        }
    }

    /** What tells the application's observer. */
    Observations observations() {
        return calls.observations();
    }

    FileList list() {
        return calls.execute(
                spec(PermissionAccessApi.LIST_FILES),
                context -> api.listFiles(context, key),
                (status, list) -> FileListMapping.fromWire(LIST, status, list));
    }

    /** The caller closes the response. */
    StreamedResponse content(String name) {
        return retry.run(
                DOWNLOAD,
                () -> calls.stream(
                        spec(PermissionAccessApi.DOWNLOAD_FILE), context -> api.downloadFile(context, key, name)));
    }

    /** The metadata header. */
    @Nullable
    String metadata(String name) {
        return retry.run(
                        METADATA,
                        () -> calls.exchange(
                                spec(PermissionAccessApi.FETCH_FILE_METADATA),
                                context -> api.fetchFileMetadata(context, key, name)))
                .headers()
                .get(FileHeader.NAME);
    }

    private CallSpec spec(Operation operation) {
        return CallSpec.of(operation).withSecrets(List.of(key));
    }
}
