package me.digi.client.sandbox.internal.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** Files of a library. Defaults are omitted. */
public final class FileDocument {
    private static final Shape ID = Shape.wholeNumber(0, Long.MAX_VALUE);

    public static final ObjectShape SHAPE = ObjectShape.object()
            .required("name", Shape.text("[^/\\p{Cntrl}]{1,255}", "a name without slashes"))
            .optional("raw", Shape.bool())
            .required("content", DescribedContents.SHAPE)
            .optional("metadata", Shape.anyObject())
            .optional(
                    "origin",
                    ObjectShape.object()
                            .required("serviceGroup", ID)
                            .required("serviceType", ID)
                            .required("objectType", ID))
            .optional("compression", Names.shape(Compression.values()))
            .optional("compressed", DescribedContents.SHAPE)
            .optional("damage", Names.shape(Damage.values()))
            .optional("missingAtFirst", Shape.wholeNumber(0, Integer.MAX_VALUE));

    private FileDocument() {}

    public static Map<String, Object> write(SandboxFile file, Contents contents) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("raw", file.isRaw());
        json.put("content", contents.write(file.content()));
        json.put("metadata", file.metadata());
        SandboxFile.Origin origin = file.origin();
        if (origin != null) {
            json.put(
                    "origin",
                    Map.of(
                            "serviceGroup", origin.serviceGroup(),
                            "serviceType", origin.serviceType(),
                            "objectType", origin.objectType()));
        }
        if (file.compression() != Compression.NONE) {
            json.put("compression", Names.of(file.compression()));
        }
        FileContent compressed = file.compressed();
        if (compressed != null) {
            json.put("compressed", contents.write(compressed));
        }
        Damage damage = file.damage();
        if (damage != null) {
            json.put("damage", Names.of(damage));
        }
        if (file.missing() > 0) {
            json.put("missingAtFirst", (long) file.missing());
        }
        return json;
    }

    /** Reads the member {@code files}. */
    public static SandboxFile[] readAll(JsonView json, Contents contents) {
        return json.objects("files").stream().map(file -> read(file, contents)).toArray(SandboxFile[]::new);
    }

    public static List<Map<String, Object>> writeAll(List<SandboxFile> files, Contents contents) {
        return files.stream().map(file -> write(file, contents)).toList();
    }

    public static SandboxFile read(JsonView json, Contents contents) {
        FileContent content = contents.read(json.object("content"));
        JsonView metadata = json.object("metadata");
        SandboxFile file = Boolean.TRUE.equals(json.members().get("raw"))
                ? SandboxFile.raw(
                        json.text("name"),
                        metadata.has("mimetype") ? metadata.text("mimetype") : "application/octet-stream",
                        content)
                : SandboxFile.mapped(json.text("name"), content);
        for (Map.Entry<String, Object> member : metadata.withoutNulls().entrySet()) {
            file = file.metadata(member.getKey(), member.getValue());
        }
        if (json.has("origin")) {
            JsonView origin = json.object("origin");
            file = file.origin(
                    origin.number("serviceGroup"), origin.number("serviceType"), origin.number("objectType"));
        }
        if (json.has("compression")) {
            Compression compression = Names.read(Compression.class, json.text("compression"));
            file = json.has("compressed")
                    ? file.compressed(compression, contents.read(json.object("compressed")))
                    : file.compressed(compression);
        }
        if (json.has("damage")) {
            file = file.damaged(Names.read(Damage.class, json.text("damage")));
        }
        return json.has("missingAtFirst") ? file.missingAtFirst((int) json.number("missingAtFirst")) : file;
    }
}
