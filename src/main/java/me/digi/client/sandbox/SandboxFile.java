package me.digi.client.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.state.SampleContent;
import org.jspecify.annotations.Nullable;

/**
 * A file in a user's library: content, metadata and delivery. Immutable; each method returns a changed copy.
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

    /** Data that digi.me fetched from a source and mapped to a schema, for contracts that read. */
    public static SandboxFile mapped(String name, FileContent content) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("objectCount", 1L);
        metadata.put("objectType", "Post");
        metadata.put("serviceGroup", "Social");
        metadata.put("serviceName", "Chatterbox");
        metadata.put("schema", Map.of("standard", "digime", "version", "1.0.0"));
        return new SandboxFile(name, content, false, metadata, null, Delivered.UNCHANGED);
    }

    /** A pushed file, for contracts that read raw data. */
    public static SandboxFile raw(String name, String mimeType, FileContent content, String... accountIds) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("mimetype", mimeType);
        metadata.put(
                "accounts",
                List.of(accountIds).stream().map(id -> Map.of("accountid", id)).toList());
        return new SandboxFile(name, content, true, metadata, null, Delivered.UNCHANGED);
    }

    /** A mapped file of about 4 KB on the wire that brotli expands to 4 GiB of spaces. */
    public static SandboxFile brotliBomb(String name) {
        return mapped(name, FileContent.repeated((byte) ' ', 4L << 30))
                .compressed(Compression.BROTLI, SampleContent.of("bomb.br"));
    }

    /** The type and origin of the objects. For mapped files. */
    public SandboxFile objects(String serviceGroup, String serviceName, String objectType, long count) {
        return metadata("serviceGroup", serviceGroup)
                .metadata("serviceName", serviceName)
                .metadata("objectType", objectType)
                .metadata("objectCount", count);
    }

    /** The schema of the content. For mapped files. */
    public SandboxFile schema(String standard, String version) {
        return metadata("schema", Map.of("standard", standard, "version", version));
    }

    /** The ids by which the scope of a session selects the file. Default: every scope does. For mapped files. */
    public SandboxFile origin(long serviceGroup, long serviceType, long objectType) {
        Origin newOrigin = new Origin(serviceGroup, serviceType, objectType);
        return new SandboxFile(name, content, raw, metadata, newOrigin, delivered);
    }

    /** Adds or replaces a member of the metadata, as any JSON value. */
    public SandboxFile metadata(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(member, value);
        return new SandboxFile(name, content, raw, more, origin, delivered);
    }

    public SandboxFile content(FileContent newContent) {
        return new SandboxFile(
                name, newContent, raw, metadata, origin, delivered.compressed(delivered.compression(), null));
    }

    /** Compresses the content before encryption. */
    public SandboxFile compressed(Compression compression) {
        return with(delivered.compressed(compression, null));
    }

    /** Sends precompressed bytes, encrypted. */
    public SandboxFile compressed(Compression compression, FileContent compressed) {
        return with(delivered.compressed(compression, compressed));
    }

    /** The first {@code times} requests for content or metadata get 404, in each session. */
    public SandboxFile missingAtFirst(int times) {
        return with(new Delivered(delivered.compression, delivered.compressed, delivered.damage, times));
    }

    /** Damages the file when it is sent. */
    public SandboxFile damaged(Damage damage) {
        return with(new Delivered(delivered.compression, delivered.compressed, damage, delivered.missing));
    }

    public String name() {
        return name;
    }

    /** The content that a reader receives. */
    public FileContent content() {
        return content;
    }

    /** Whether the file is for contracts that read raw data. */
    public boolean isRaw() {
        return raw;
    }

    /** The {@code metadata} of {@code x-metadata}. */
    public Map<String, Object> metadata() {
        return new LinkedHashMap<>(metadata);
    }

    /** The ids by which scopes select the file; null if every scope does. */
    public @Nullable Origin origin() {
        return origin;
    }

    public Compression compression() {
        return delivered.compression;
    }

    /** The precompressed content; null if the sandbox compresses it. */
    public @Nullable FileContent compressed() {
        return delivered.compressed;
    }

    public @Nullable Damage damage() {
        return delivered.damage;
    }

    /** The number of first requests that get 404. */
    public int missing() {
        return delivered.missing;
    }

    private SandboxFile with(Delivered newDelivered) {
        return new SandboxFile(name, content, raw, metadata, origin, newDelivered);
    }

    /** The ids of a file's service group, service type and object type. */
    public record Origin(long serviceGroup, long serviceType, long objectType) {}

    private record Delivered(
            Compression compression,
            @Nullable FileContent compressed,
            @Nullable Damage damage,
            int missing) {
        static final Delivered UNCHANGED = new Delivered(Compression.NONE, null, null, 0);

        Delivered compressed(Compression how, @Nullable FileContent bytes) {
            return new Delivered(how, bytes, damage, missing);
        }
    }
}
