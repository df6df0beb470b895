package me.digi.client.sandbox.internal.document;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.AccountError;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.SyncStep;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** Sync scripts. {@code libraryFiles} of a step is a number, where -1 means all; without it, none. */
public final class ScriptDocument {
    private static final long ALL = -1;

    private static final ObjectShape PROGRESS =
            ObjectShape.object().required("state", Shape.text()).optional("error", Shape.anyObject());

    public static final ObjectShape SHAPE = ObjectShape.object()
            .required(
                    "steps",
                    Shape.arrayOf(ObjectShape.object()
                            .required("state", Shape.text())
                            .optional("libraryFiles", Shape.wholeNumber(ALL, Integer.MAX_VALUE))
                            .optional("files", Shape.arrayOf(FileDocument.SHAPE))
                            .optional("accounts", ScriptDocument::checkAccounts)))
            .rule((path, script) -> {
                if (script.list("steps").isEmpty()) {
                    throw new ShapeException(path + ".steps", "must have at least one step");
                }
            });

    private ScriptDocument() {}

    public static Map<String, Object> write(SyncScript script, Contents contents) {
        return Map.of(
                "steps",
                script.steps().stream().map(step -> write(step, contents)).toList());
    }

    public static SyncScript read(JsonView json, Contents contents) {
        return new SyncScript(json.objects("steps").stream()
                .map(step -> readStep(step, contents))
                .toList());
    }

    private static Map<String, Object> write(SyncStep step, Contents contents) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", step.state());
        json.put("libraryFiles", step.libraryFiles() == Integer.MAX_VALUE ? ALL : (long) step.libraryFiles());
        json.put("files", FileDocument.writeAll(step.files(), contents));
        Map<String, Object> accounts = new LinkedHashMap<>();
        step.accounts().forEach((id, progress) -> accounts.put(id, write(progress)));
        json.put("accounts", accounts);
        return json;
    }

    private static Map<String, Object> write(AccountProgress progress) {
        AccountError error = progress.error();
        return error == null
                ? Map.of("state", progress.state())
                : Map.of("state", progress.state(), "error", error.members());
    }

    private static SyncStep readStep(JsonView json, Contents contents) {
        long libraryFiles = json.has("libraryFiles") ? json.number("libraryFiles") : 0;
        SyncStep step = SyncStep.state(json.text("state"))
                .library(libraryFiles == ALL ? Integer.MAX_VALUE : (int) libraryFiles)
                .files(FileDocument.readAll(json, contents));
        JsonView accounts = json.object("accounts");
        for (String id : accounts.members().keySet()) {
            JsonView progress = accounts.object(id);
            step = step.account(
                    id,
                    new AccountProgress(
                            progress.text("state"),
                            progress.has("error")
                                    ? new AccountError(progress.object("error").withoutNulls())
                                    : null));
        }
        return step;
    }

    private static void checkAccounts(String path, @Nullable Object value) {
        Shape.anyObject().check(path, value);
        JsonView accounts = JsonView.of(value);
        accounts.members().forEach((id, progress) -> PROGRESS.check(path + "." + id, progress));
    }
}
