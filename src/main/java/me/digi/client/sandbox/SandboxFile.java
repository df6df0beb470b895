package me.digi.client.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.state.SampleContent;
import org.jspecify.annotations.Nullable;

/**
 * A file in a user's library: what is in it, what is said about it, and how it is handed out. Immutable; each method
 * gives a file that differs in that one thing.
 *
 * <pre>{@code
 * sandbox.library(user).files(
 *         SandboxFile.mapped("posts.json", FileContent.of("[{\"text\":\"hello\"}]")).compressed(Compression.GZIP),
 *         SandboxFile.mapped("large.json", FileContent.json(1L << 30, 7)),
 *         SandboxFile.mapped("late.json", FileContent.of("[]")).missingAtFirst(2),
 *         SandboxFile.mapped("broken.json", FileContent.of("[]")).damaged(Damage.BAD_PADDING));
 * }</pre>
 */
public final class SandboxFile {
    private final String name;
    private final FileContent content;
    private final boolean raw;
    private final Map<String, Object> metadata;
    private final @Nullable Origin origin;
    private final Delivered delivered;

    private SandboxFile(
            String name,
            FileContent content,
            boolean raw,
            Map<String, Object> metadata,
            @Nullable Origin origin,
            Delivered delivered) {
        this.name = name;
        this.content = content;
        this.raw = raw;
        this.metadata = metadata;
        this.origin = origin;
        this.delivered = delivered;
    }

    /** A file as contracts that read get it: data that digi.me fetched from a source, and mapped to a schema. */
    public static SandboxFile mapped(String name, FileContent content) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("objectCount", 1L);
        metadata.put("objectType", "Post");
        metadata.put("serviceGroup", "Social");
        metadata.put("serviceName", "Chatterbox");
        metadata.put("schema", Map.of("standard", "digime", "version", "1.0.0"));
        return new SandboxFile(name, content, false, metadata, null, Delivered.AS_IT_SHOULD_BE);
    }

    /** A file as contracts that read raw get it: something that was pushed. */
    public static SandboxFile raw(String name, String mimeType, FileContent content, String... accountIds) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("mimetype", mimeType);
        metadata.put(
                "accounts",
                List.of(accountIds).stream().map(id -> Map.of("accountid", id)).toList());
        return new SandboxFile(name, content, true, metadata, null, Delivered.AS_IT_SHOULD_BE);
    }

    /** A mapped file of some 4 KB on the wire that brotli turns into 4 GiB of spaces. */
    public static SandboxFile brotliBomb(String name) {
        return mapped(name, FileContent.repeated((byte) ' ', 4L << 30))
                .compressed(Compression.BROTLI, SampleContent.of("bomb.br"));
    }

    /** What the objects in the file are, and where they come from. For mapped files. */
    public SandboxFile objects(String serviceGroup, String serviceName, String objectType, long count) {
        return metadata("serviceGroup", serviceGroup)
                .metadata("serviceName", serviceName)
                .metadata("objectType", objectType)
                .metadata("objectCount", count);
    }

    /** The schema that the content follows. For mapped files. */
    public SandboxFile schema(String standard, String version) {
        return metadata("schema", Map.of("standard", standard, "version", version));
    }

    /** The ids by which a session's scope means this file or not; without, every scope means it. For mapped files. */
    public SandboxFile origin(long serviceGroup, long serviceType, long objectType) {
        Origin newOrigin = new Origin(serviceGroup, serviceType, objectType);
        return new SandboxFile(name, content, raw, metadata, newOrigin, delivered);
    }

    /** One more member of the metadata, or another value of one that is there: whatever JSON there is. */
    public SandboxFile metadata(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(member, value);
        return new SandboxFile(name, content, raw, more, origin, delivered);
    }

    /** The same file with other content. */
    public SandboxFile content(FileContent newContent) {
        return new SandboxFile(
                name, newContent, raw, metadata, origin, delivered.compressed(delivered.compression(), null));
    }

    /** The content is compressed before it is encrypted. */
    public SandboxFile compressed(Compression compression) {
        return with(delivered.compressed(compression, null));
    }

    /** The content was compressed before by somebody else; it is handed out as those bytes, encrypted. */
    public SandboxFile compressed(Compression compression, FileContent compressed) {
        return with(delivered.compressed(compression, compressed));
    }

    /** The first so many requests for the content or the metadata get 404, in each session anew. */
    public SandboxFile missingAtFirst(int times) {
        return with(new Delivered(delivered.compression, delivered.compressed, delivered.damage, times));
    }

    /** What is wrong with it when it is handed out. */
    public SandboxFile damaged(Damage damage) {
        return with(new Delivered(delivered.compression, delivered.compressed, damage, delivered.missing));
    }

    public String name() {
        return name;
    }

    /** What a reader gets in the end. */
    public FileContent content() {
        return content;
    }

    /** Whether it is for contracts that read raw. */
    public boolean isRaw() {
        return raw;
    }

    /** What {@code x-metadata} says under {@code metadata}. */
    public Map<String, Object> metadata() {
        return new LinkedHashMap<>(metadata);
    }

    /** What the scope of a session goes by, or null if every scope means this file. */
    public @Nullable Origin origin() {
        return origin;
    }

    public Compression compression() {
        return delivered.compression;
    }

    /** The content in its compressed form, if it was given along; otherwise it is made. */
    public @Nullable FileContent compressed() {
        return delivered.compressed;
    }

    public @Nullable Damage damage() {
        return delivered.damage;
    }

    /** How many requests get 404 at first. */
    public int missing() {
        return delivered.missing;
    }

    private SandboxFile with(Delivered newDelivered) {
        return new SandboxFile(name, content, raw, metadata, origin, newDelivered);
    }

    /** The ids of the service group, the service type and the kind of object that a file is of. */
    public record Origin(long serviceGroup, long serviceType, long objectType) {}

    private record Delivered(
            Compression compression,
            @Nullable FileContent compressed,
            @Nullable Damage damage,
            int missing) {
        static final Delivered AS_IT_SHOULD_BE = new Delivered(Compression.NONE, null, null, 0);

        Delivered compressed(Compression how, @Nullable FileContent bytes) {
            return new Delivered(how, bytes, damage, missing);
        }
    }
}
