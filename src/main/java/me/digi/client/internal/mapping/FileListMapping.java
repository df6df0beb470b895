package me.digi.client.internal.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.values.Collecting;
import me.digi.client.internal.wire.AccountSyncError;
import me.digi.client.internal.wire.AccountSyncStatus;
import me.digi.client.read.AccountError;
import me.digi.client.read.AccountErrorDetails;
import me.digi.client.read.AccountSync;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.FileSchema;
import me.digi.client.read.ObjectTypeError;
import me.digi.client.read.SyncState;
import org.jspecify.annotations.Nullable;

/** A list of files as applications see it. */
public final class FileListMapping {
    private static final int SERVICE_AUTHORIZATION_ERROR = 511;

    private FileListMapping() {}

    /** The list in the answer to this operation, which came with this status; dates come in milliseconds. */
    public static FileList fromWire(String operation, int status, me.digi.client.internal.wire.FileList list) {
        try {
            FileList.Builder builder =
                    FileList.builder().state(new SyncState(list.status().state()));
            Map<String, AccountSyncStatus> details = list.status().details();
            if (details != null) {
                details.forEach((accountId, sync) -> builder.putAccounts(accountId, account(sync)));
            }
            return builder.addAllFiles(map(list.fileList(), FileListMapping::entry))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(operation, status, "$.status", String.valueOf(e.getMessage()), e);
        }
    }

    private static FileEntry entry(me.digi.client.internal.wire.FileEntry entry) {
        return FileEntry.builder()
                .name(entry.name())
                .updatedAt(Instant.ofEpochMilli(entry.updatedDate()))
                .schema(schema(entry.schema()))
                .serviceGroup(entry.serviceGroup())
                .serviceName(entry.serviceName())
                .objectVersion(entry.objectVersion())
                .objectType(entry.objectType())
                .objectCount(entry.objectCount())
                .build();
    }

    private static @Nullable FileSchema schema(me.digi.client.internal.wire.@Nullable FileSchema schema) {
        return schema == null ? null : new FileSchema(schema.standard(), schema.version(), schema.id());
    }

    private static AccountSync account(AccountSyncStatus status) {
        AccountSyncError error = status.error();
        return new AccountSync(new SyncState(status.state()), error == null ? null : error(error));
    }

    private static AccountError error(AccountSyncError error) {
        ErrorCode code = new ErrorCode(error.code());
        AccountErrorDetails details = AccountErrorDetails.builder()
                .code(code)
                .statusCode(error.statusCode())
                .message(error.message())
                .retryAfter(error.retryAfter() == null ? null : Instant.ofEpochMilli(error.retryAfter()))
                .addAllObjectTypeErrors(map(error.objectTypeErrors(), FileListMapping::objectTypeError))
                .build();
        boolean reauthorize = Boolean.TRUE.equals(error.reauth())
                || code.equals(ErrorCode.SERVICE_AUTHORIZATION_ERROR)
                || error.statusCode() == SERVICE_AUTHORIZATION_ERROR;
        return reauthorize ? new AccountError.Reauthorize(details) : new AccountError.Failure(details);
    }

    private static ObjectTypeError objectTypeError(me.digi.client.internal.wire.ObjectTypeError error) {
        return new ObjectTypeError(
                error.objectType(),
                new ErrorCode(error.error().code()),
                error.error().statusCode(),
                error.error().message());
    }

    private static <T, R> List<R> map(@Nullable List<T> items, Function<? super T, ? extends R> mapping) {
        return items == null ? List.of() : items.stream().<R>map(mapping).collect(Collecting.unmodifiableList());
    }
}
