package me.digi.client.sandbox.internal.control;

import java.util.List;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.internal.document.Contents;
import me.digi.client.sandbox.internal.document.DescribedContents;
import me.digi.client.sandbox.internal.document.FileDocument;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** Sets up the libraries of later users; omitted members keep the defaults. */
final class NewUsersResource implements Resource {
    private static final ObjectShape SET_UP = ObjectShape.object()
            .optional("files", Shape.arrayOf(FileDocument.SHAPE))
            .optional("script", ScriptDocument.SHAPE);

    private final Contents contents = new DescribedContents();
    private final Sandbox sandbox;

    NewUsersResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.put("new-users", SET_UP, this::setUp));
    }

    private Response setUp(ControlCall call) {
        JsonView body = call.body();
        SandboxFile[] files = FileDocument.readAll(body, contents);
        SyncScript script =
                body.has("script") ? ScriptDocument.read(body.object("script"), contents) : SyncScript.standard();
        sandbox.newUsers(library -> {
            if (body.has("files")) {
                library.files(files);
            }
            library.script(script);
        });
        return ControlResponse.done();
    }
}
