package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.file.EncryptedFile;
import me.digi.client.sandbox.internal.file.FileHeaders;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.ReadSession;

/** Hands out a file, encrypted for the contract; or, by {@code HEAD}, what the headers say about it. */
final class ReadFile implements ApiOperation {
    private final Endpoint endpoint;
    private final boolean withContent;

    private ReadFile(Operation operation, String method, boolean withContent) {
        this.endpoint = new Endpoint(operation, method, "permission-access/query/{sessionKey}/{fileName}");
        this.withContent = withContent;
    }

    static ReadFile content() {
        return new ReadFile(Operation.FILE, "GET", true);
    }

    static ReadFile metadata() {
        return new ReadFile(Operation.FILE_METADATA, "HEAD", false);
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
    public boolean answersBytes() {
        return withContent;
    }

    @Override
    public Answer answer(Call call) {
        ReadSession.Listed listed = Sessions.file(call);
        return Answer.bytes(
                FileHeaders.of(listed.file(), listed.updated()),
                EncryptedFile.of(listed.file(), call.contract().keys().getPublic()));
    }
}
