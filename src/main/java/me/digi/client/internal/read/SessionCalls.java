package me.digi.client.internal.read;

import java.util.List;
import me.digi.client.internal.content.FileHeader;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.StreamedAnswer;
import me.digi.client.internal.mapping.FileListMapping;
import me.digi.client.internal.user.UserCalls;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.FileList;
import me.digi.client.read.Session;
import org.jspecify.annotations.Nullable;

/** The calls about one session. Whoever knows its key is half-way to the data, so the key shows in no error. */
final class SessionCalls {
    static final String FILE_CONTENT = "fileContent";
    static final String FILE_METADATA = "fileMetadata";
    static final String FILE_LIST = "fileList";

    private final UserCalls calls;
    private final PermissionAccessApi api;
    private final String key;
    private final NotFoundRetry retry;

    SessionCalls(UserCalls calls, PermissionAccessApi api, Session session, NotFoundRetry retry) {
        this.calls = calls;
        this.api = api;
        this.key = session.key().value();
        this.retry = retry;
        if (key.equals(".") || key.equals("..")) {
            throw new IllegalArgumentException("the session's key is none");
        }
    }

    FileList list() {
        return calls.execute(
                terms(FILE_LIST),
                context -> api.fileList(context, key),
                (status, list) -> FileListMapping.fromWire(FILE_LIST, status, list));
    }

    /** The answer with a file's content, which is the caller's to close. */
    StreamedAnswer content(String name) {
        return retry.ask(
                FILE_CONTENT, () -> calls.stream(terms(FILE_CONTENT), context -> api.fileContent(context, key, name)));
    }

    /** The header that says what a file is. */
    @Nullable
    String metadata(String name) {
        return retry.ask(
                        FILE_METADATA,
                        () -> calls.exchange(terms(FILE_METADATA), context -> api.fileMetadata(context, key, name)))
                .headers()
                .get(FileHeader.NAME);
    }

    private CallTerms terms(String operation) {
        return CallTerms.safe(operation).withSecrets(List.of(key));
    }
}
