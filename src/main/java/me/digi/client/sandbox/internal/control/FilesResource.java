package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.internal.document.Contents;
import me.digi.client.sandbox.internal.document.DescribedContents;
import me.digi.client.sandbox.internal.document.FileDocument;
import me.digi.client.sandbox.internal.document.ProviderPushDocument;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.state.UnknownException;

/** A user's files, pushed data, and the script of sessions. */
final class FilesResource implements Resource {
    private static final ObjectShape FILES = ObjectShape.object().required("files", Shape.arrayOf(FileDocument.SHAPE));

    private final Contents contents = new DescribedContents();
    private final Sandbox sandbox;

    FilesResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("users/{userId}/files", call -> list(library(call))),
                Route.put("users/{userId}/files", FILES, this::replace),
                Route.post("users/{userId}/files", FileDocument.SHAPE, this::add),
                Route.delete("users/{userId}/files/{fileName}", this::remove),
                Route.get("users/{userId}/files/{fileName}/content", this::content),
                Route.get("users/{userId}/pushed-files", this::pushed),
                Route.get("users/{userId}/provider-pushes", this::providerPushes),
                Route.get("users/{userId}/script", call -> script(library(call))),
                Route.put("users/{userId}/script", ScriptDocument.SHAPE, this::setScript));
    }

    private Response replace(ControlCall call) {
        return list(library(call).files(FileDocument.readAll(call.body(), contents)));
    }

    /** Adds the file, or replaces the one of that name. */
    private Response add(ControlCall call) {
        return list(library(call).add(FileDocument.read(call.body(), contents)));
    }

    private Response remove(ControlCall call) {
        file(call);
        return list(library(call).remove(call.path("fileName")));
    }

    /** The content that a reader receives. */
    private Response content(ControlCall call) {
        FileContent content = file(call).content();
        return ControlResponse.content(200, "application/octet-stream", Content.of(content));
    }

    private Response pushed(ControlCall call) {
        return ControlResponse.list("files", library(call).pushed(), FilesResource::write);
    }

    private Response providerPushes(ControlCall call) {
        return ControlResponse.list("pushes", library(call).providerPushes(), ProviderPushDocument::write);
    }

    private Response setScript(ControlCall call) {
        return script(library(call).script(ScriptDocument.read(call.body(), contents)));
    }

    private Response script(SandboxLibrary library) {
        return ControlResponse.json(ScriptDocument.write(library.script(), contents));
    }

    private Response list(SandboxLibrary library) {
        return ControlResponse.list("files", FileDocument.writeAll(library.files(), contents));
    }

    private SandboxFile file(ControlCall call) {
        String name = call.path("fileName");
        return library(call).files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownException("file in the library", name));
    }

    private SandboxLibrary library(ControlCall call) {
        return sandbox.library(call.path("userId"));
    }

    private static Map<String, Object> write(PushedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("contractId", file.contractId());
        json.put("descriptor", file.descriptor());
        json.put("size", file.content().size());
        json.put("sha256", file.sha256());
        return json;
    }
}
