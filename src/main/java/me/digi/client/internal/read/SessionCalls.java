package me.digi.client.internal.read;

import java.util.List;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Observations;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.FileList;
import me.digi.client.read.Session;
import org.jspecify.annotations.Nullable;

/** The calls about one session. Whoever knows its key is half-way to the data, so the key shows in no error. */
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
                terms(PermissionAccessApi.LIST_FILES),
                context -> api.listFiles(context, key),
                (status, list) -> FileListMapping.fromWire(LIST, status, list));
    }

    /** The response with a file's content, for the caller to close. */
    StreamedResponse content(String name) {
        return retry.ask(
                DOWNLOAD,
                () -> calls.stream(
                        terms(PermissionAccessApi.DOWNLOAD_FILE), context -> api.downloadFile(context, key, name)));
    }

    /** The header that says what a file is. */
    @Nullable
    String metadata(String name) {
        return retry.ask(
                        METADATA,
                        () -> calls.exchange(
                                terms(PermissionAccessApi.FETCH_FILE_METADATA),
                                context -> api.fetchFileMetadata(context, key, name)))
                .headers()
                .get(FileHeader.NAME);
    }

    private CallTerms terms(Operation operation) {
        return CallTerms.of(operation).withSecrets(List.of(key));
    }
}
