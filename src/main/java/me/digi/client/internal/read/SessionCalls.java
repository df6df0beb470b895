package me.digi.client.internal.read;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import me.digi.client.error.ApiException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.http.Observing;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.WhiteSpace;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.SyncStatus;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.ReadProgress;
import me.digi.client.read.Session;
import me.digi.client.read.SyncState;
import org.jspecify.annotations.Nullable;

/** The calls of one session. The session key is masked in errors, since it gives access to data. */
public record SessionCalls(
        Caller calls, PermissionAccessApi api, Session session, ReadOptions options, Clock clock, Lifetime lifetime) {
    static final String DOWNLOAD = PermissionAccessApi.DOWNLOAD_FILE.id();
    static final String LIST = PermissionAccessApi.LIST_FILES.id();
    private static final String METADATA = PermissionAccessApi.FETCH_FILE_METADATA.id();
    private static final int NOT_FOUND = 404;
    private static final int MAX_NAME_CHARS = 1000;

    private String key() {
        return session.key().value();
    }

    Backoff backoff() {
        return calls.backoff();
    }

    /** Tells the application's observer that reading all files starts. */
    Observing<ReadProgress> observeReadAll() {
        return calls.observations().readAll();
    }

    FileList list() {
        return calls.execute(
                spec(PermissionAccessApi.LIST_FILES),
                context -> api.listFiles(context, key()),
                (status, list) -> fileList(status, list.status(), list.fileList()));
    }

    private static FileList fileList(int httpStatus, SyncStatus status, List<FileEntry> files) {
        if (WhiteSpace.isBlank(status.state())) {
            throw new UnexpectedResponseException(LIST, httpStatus, "$.status.state", "blank");
        }
        SyncState state = new SyncState(WhiteSpace.strip(status.state()));
        return new FileList(state, status.details(), files, status.problems());
    }

    /** The caller closes the response. */
    StreamedResponse content(String name) {
        String segment = checked(name);
        return retrying(
                DOWNLOAD,
                () -> calls.stream(
                        spec(PermissionAccessApi.DOWNLOAD_FILE), context -> api.downloadFile(context, key(), segment)));
    }

    /** The metadata header. */
    @Nullable
    String metadata(String name) {
        String segment = checked(name);
        return retrying(
                        METADATA,
                        () -> calls.exchange(
                                spec(PermissionAccessApi.FETCH_FILE_METADATA),
                                context -> api.fetchFileMetadata(context, key(), segment)))
                .headers()
                .get(FileHeader.NAME);
    }

    /** Retries when a file is not found: a file that was just listed may not be available yet. */
    private <T> T retrying(String operation, Supplier<T> request) {
        Duration pause = options.notFoundDelay();
        for (int retries = 0; ; retries++) {
            try {
                return request.get();
            } catch (ApiException failure) {
                if (failure.status() != NOT_FOUND || retries >= options.notFoundRetries()) {
                    throw failure;
                }
            }
            lifetime.pause(operation, pause);
            pause = nextPause(pause);
        }
    }

    /** Pauses between attempts grow by half. */
    static Duration nextPause(Duration pause) {
        return pause.plus(pause.dividedBy(2));
    }

    private CallSpec spec(Operation operation) {
        return CallSpec.of(operation).withSecrets(List.of(key()));
    }

    /** Checks a file name, which becomes a path segment. */
    static String checked(String name) {
        if (name.isEmpty()) {
            throw invalid(name, "it is empty");
        }
        if (Require.isDots(name)) {
            throw invalid(name, "it is \".\" or \"..\"");
        }
        if (name.length() > MAX_NAME_CHARS) {
            throw invalid(name.substring(0, 40) + "…", "it is longer than " + MAX_NAME_CHARS + " characters");
        }
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            int c = name.codePointAt(i);
            if (Character.getType(c) == Character.SURROGATE) {
                throw invalid(name, "it contains an unpaired surrogate");
            }
            if (Character.isISOControl(c)) {
                throw invalid(name, "it contains control characters");
            }
        }
        return name;
    }

    private static FileException invalid(String name, String why) {
        return new FileException(name, Problem.NAME, why, null);
    }
}
