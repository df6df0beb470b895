package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.file.EncryptedFile;
import me.digi.client.sandbox.internal.file.FileHeaders;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.ReadSession;

/** Hands out a file, encrypted for the contract; or, by {@code HEAD}, what the headers say about it. */
final class DownloadFile implements ApiOperation {
    private final Endpoint endpoint;
    private final boolean withContent;

    private DownloadFile(Operation operation, String method, boolean withContent) {
        this.endpoint = new Endpoint(operation, method, "permission-access/query/{sessionKey}/{fileName}");
        this.withContent = withContent;
    }

    static DownloadFile content() {
        return new DownloadFile(Operation.DOWNLOAD_FILE, "GET", true);
    }

    static DownloadFile metadata() {
        return new DownloadFile(Operation.FETCH_FILE_METADATA, "HEAD", false);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public boolean respondsWithBytes() {
        return withContent;
    }

    @Override
    public ApiResponse respond(Call call) {
        ReadSession.Listed listed = Sessions.file(call);
        return ApiResponse.bytes(
                FileHeaders.of(listed.file(), listed.updated()),
                EncryptedFile.of(listed.file(), call.contract().keys().getPublic()));
    }
}
