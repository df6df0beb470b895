package me.digi.client.sandbox.internal.file;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.jose.Base64Url;
import me.digi.client.sandbox.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** The headers of a response with a file. */
public final class FileHeaders {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FileHeaders() {}

    public static Map<String, String> of(SandboxFile file, long updatedMillis) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Last-Modified", HTTP_DATE.format(Instant.ofEpochMilli(updatedMillis)));
        String metadata = metadata(file);
        if (metadata != null) {
            headers.put("X-Metadata", metadata);
        }
        return headers;
    }

    private static @Nullable String metadata(SandboxFile file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("metadata", file.metadata());
        if (file.compression() != Compression.NONE) {
            all.put("compression", file.compression().name().toLowerCase(Locale.ROOT));
        }
        Damage damage = file.damage();
        return damage == null ? encoded(all) : damaged(all, damage);
    }

    private static @Nullable String damaged(Map<String, Object> all, Damage damage) {
        return switch (damage) {
            case MISSING_METADATA -> null;
            case MALFORMED_METADATA -> "{this is not base64url}";
            case METADATA_NOT_JSON -> Base64Url.encode("{\"metadata\":");
            case UNKNOWN_METADATA -> encoded(with(all, "metadata", Map.of("kind", "neither")));
            case OVERSIZED_METADATA -> encoded(with(all, "padding", "x".repeat(100_000)));
            case UNKNOWN_COMPRESSION -> encoded(with(all, "compression", "zip"));
            default -> encoded(all);
        };
    }

    private static Map<String, Object> with(Map<String, Object> all, String member, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(all);
        changed.put(member, value);
        return changed;
    }

    private static String encoded(Map<String, Object> all) {
        return Base64Url.encode(Json.write(all));
    }
}
