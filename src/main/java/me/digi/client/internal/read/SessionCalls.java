package me.digi.client.internal.read;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.internal.content.FileHeader;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.mapping.FileListMapping;
import me.digi.client.internal.user.UserCalls;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.FileList;
import me.digi.client.read.Session;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

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
        this.key = session.key();
        this.retry = retry;
        if (key.equals(".") || key.equals("..")) {
            throw new IllegalArgumentException("the session's key is none");
        }
    }

    FileList list() {
        return FileListMapping.fromWire(
                FILE_LIST,
                calls.execute(FILE_LIST, Repeatability.SAFE, List.of(key), context -> api.fileList(context, key)));
    }

    /** The answer with a file's content, which is the caller's to close. */
    FileAnswer content(String name) {
        return retry.ask(FILE_CONTENT, () -> {
            AtomicReference<FileAnswer.@Nullable Sent> sent = new AtomicReference<>();
            Response<ResponseBody> response =
                    calls.exchange(FILE_CONTENT, Repeatability.SAFE, List.of(key), context -> {
                        FileAnswer.Sent attempt = new FileAnswer.Sent(context, api.fileContent(context, key, name));
                        sent.set(attempt);
                        return attempt.call();
                    });
            return FileAnswer.of(Objects.requireNonNull(sent.get()), response);
        });
    }

    /** The header that says what a file is. */
    @Nullable
    String metadata(String name) {
        return retry.ask(
                        FILE_METADATA,
                        () -> calls.exchange(
                                FILE_METADATA,
                                Repeatability.SAFE,
                                List.of(key),
                                context -> api.fileMetadata(context, key, name)))
                .headers()
                .get(FileHeader.NAME);
    }
}
