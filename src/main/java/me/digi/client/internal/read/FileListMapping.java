package me.digi.client.internal.read;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.wire.AccountSyncError;
import me.digi.client.internal.wire.AccountSyncStatus;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.internal.wire.ObjectTypeErrorDetails;
import me.digi.client.read.AccountError;
import me.digi.client.read.AccountSync;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.FileSchema;
import me.digi.client.read.ObjectTypeError;
import me.digi.client.read.SyncState;
import org.jspecify.annotations.Nullable;

final class FileListMapping {
    private static final long SERVICE_AUTHORIZATION_ERROR = 511;

    private FileListMapping() {}

    /** The status is for exceptions. */
    static FileList fromWire(String operation, int status, me.digi.client.internal.wire.FileList list) {
        SyncState state = JsonValues.mapText(list.status().state(), text -> new SyncState(text));
        if (state == null) {
            throw new UnexpectedResponseException(operation, status, "$.status.state", "blank");
        }
        Map<String, AccountSync> accounts = new LinkedHashMap<>();
        Map<String, AccountSyncStatus> details = list.status().details();
        if (details != null) {
            details.forEach((accountId, sync) -> accounts.put(accountId, account(sync)));
        }
        return new FileList(
                state,
                accounts,
                JsonValues.map(list.fileList(), FileListMapping::entry),
                list.status().problems());
    }

    private static FileEntry entry(me.digi.client.internal.wire.FileEntry entry) {
        return new FileEntry(
                JsonValues.id(entry.name()),
                JsonValues.instant(entry.updatedDate()),
                schema(entry.schema()),
                entry.serviceGroup(),
                entry.serviceName(),
                entry.objectVersion(),
                entry.objectType(),
                entry.objectCount(),
                entry.problems());
    }

    static @Nullable FileSchema schema(me.digi.client.internal.wire.@Nullable FileSchema schema) {
        return schema == null ? null : new FileSchema(schema.standard(), schema.version(), schema.id());
    }

    private static AccountSync account(AccountSyncStatus status) {
        AccountSyncError error = status.error();
        return new AccountSync(
                JsonValues.mapText(status.state(), text -> new SyncState(text)),
                error == null ? null : error(error),
                status.problems());
    }

    private static AccountError error(AccountSyncError error) {
        ErrorCode code = code(error.code());
        boolean needsReauthorization = Boolean.TRUE.equals(error.reauth())
                || ErrorCode.SERVICE_AUTHORIZATION_ERROR.equals(code)
                || Long.valueOf(SERVICE_AUTHORIZATION_ERROR).equals(error.statusCode());
        return new AccountError(
                needsReauthorization,
                code,
                error.statusCode(),
                error.message(),
                JsonValues.instant(error.retryAfter()),
                JsonValues.map(error.objectTypeErrors(), FileListMapping::objectTypeError));
    }

    private static ObjectTypeError objectTypeError(me.digi.client.internal.wire.ObjectTypeError error) {
        ObjectTypeErrorDetails details = error.error();
        return details == null
                ? new ObjectTypeError(error.objectType(), null, null, null)
                : new ObjectTypeError(
                        error.objectType(), code(details.code()), details.statusCode(), details.message());
    }

    private static @Nullable ErrorCode code(@Nullable String code) {
        return code == null ? null : new ErrorCode(code);
    }
}
