package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Library;

/** Takes a file into the user's library, for contracts that push. Contracts that read raw get it back. */
final class PushToLibrary implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.PUSH_TO_LIBRARY, "POST", "permission-access/import");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ObjectShape headers() {
        return ObjectShape.object().required(FileDescriptor.HEADER, Shape.text());
    }

    @Override
    public Payload payload() {
        return Payload.BYTES;
    }

    @Override
    public ApiResponse respond(Call call) {
        Library library = AccessTokens.authorizedUser(call).library();
        if (call.contract().kind() != ContractKind.PUSH) {
            call.refuse(ApiErrors.wrongContract("a contract that reads cannot push"));
        }
        JsonView descriptor = FileDescriptor.check(call);
        Blob content = call.bytes().keep();
        String name = String.format(Locale.ROOT, "pushed-%04d", library.pushed().size() + 1);
        PushedFile pushed = new PushedFile(name, call.contract().id(), descriptor.members(), content, content.sha256());
        library.push(pushed, asRead(call, pushed, descriptor));
        return ApiResponse.created();
    }

    /** The same as readers see it: what was camelCase is lower-case for them. */
    private static SandboxFile asRead(Call call, PushedFile pushed, JsonView descriptor) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("created", call.now().toEpochMilli());
        more.put("appid", call.world().contracts().applicationId());
        more.put("contractid", call.contract().id());
        for (String member : List.of("reference", "tags")) {
            if (descriptor.has(member)) {
                more.put(member, descriptor.list(member));
            }
        }
        String[] accounts = descriptor.list("accounts").stream()
                .map(account -> JsonView.of(account).text("accountId"))
                .toArray(String[]::new);
        SandboxFile file = SandboxFile.raw(pushed.name(), descriptor.text("mimeType"), pushed.content(), accounts);
        for (Map.Entry<String, Object> member : more.entrySet()) {
            file = file.metadata(member.getKey(), member.getValue());
        }
        return file;
    }
}
