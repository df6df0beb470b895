package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.ReadSession;

/** Lists the files of a session, and how far each account is. Each look takes the session one step of its script further. */
final class ListFiles implements ApiOperation {
    /** What an entry says about a mapped file, as far as its metadata have it. */
    private static final List<String> SHOWN =
            List.of("schema", "serviceGroup", "serviceName", "objectVersion", "objectType", "objectCount");

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.LIST_FILES, "GET", "permission-access/query/{sessionKey}");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ApiResponse respond(Call call) {
        ReadSession session = Sessions.session(call);
        session.look(call.now());
        if (session.state().equals("pending")) {
            return ApiResponse.json(Map.of("status", Map.of("state", "pending")));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        session.progress().forEach((account, progress) -> details.put(account, details(progress)));
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("status", Map.of("state", session.state(), "details", details));
        list.put("fileList", session.files().stream().map(ListFiles::entry).toList());
        return ApiResponse.json(list);
    }

    private static Map<String, Object> details(AccountProgress progress) {
        return progress.error() == null
                ? Map.of("state", progress.state())
                : Map.of("state", progress.state(), "error", progress.error().members());
    }

    private static Map<String, Object> entry(ReadSession.Listed listed) {
        SandboxFile file = listed.file();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", file.name());
        entry.put("updatedDate", listed.updated());
        Map<String, Object> metadata = file.metadata();
        for (String member : file.isRaw() ? List.<String>of() : SHOWN) {
            if (metadata.containsKey(member)) {
                entry.put(member, metadata.get(member));
            }
        }
        return entry;
    }
}
