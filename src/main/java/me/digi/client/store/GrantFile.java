package me.digi.client.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import org.jspecify.annotations.Nullable;

/** The file of one grant: JSON with the grant's key, for people and against mix-ups, the version and the content. */
final class GrantFile {
    private static final String FORMAT = "digime-grant/1";
    /** Several times what the largest record takes, encrypted and escaped. */
    private static final long MOST_BYTES = 64L << 20;

    private GrantFile() {}

    /** What is in a file. */
    record Entry(GrantKey grant, StoredGrant stored) {}

    static byte[] format(GrantKey grant, StoredGrant stored) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("contractId", grant.contractId());
        members.put("userKey", grant.userKey());
        members.put("version", stored.version());
        members.put("state", stored.summary().state().name());
        members.put("refreshedAt", stored.summary().refreshedAtMillis());
        members.put("refreshTokenExpiresAt", stored.summary().refreshTokenExpiresAtMillis());
        members.put("content", stored.content());
        members.values().removeIf(value -> value == null);
        return (Json.write(members) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file that exists, and must be that of the grant with this id. An input stream, since a file channel would be
     * closed by an interrupted thread.
     */
    static Entry read(Path file, String id) throws IOException {
        byte[] bytes;
        if (file.toFile().length() > MOST_BYTES) {
            throw new IOException("damaged: larger than any record; left as it is");
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = Bytes.readAll(in);
        }
        try {
            return parse(bytes, id);
        } catch (JsonException | CharacterCodingException e) {
            throw new IOException("damaged: not the JSON that was written; left as it is", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("damaged, or not this grant's: " + e.getMessage() + "; left as it is", e);
        }
    }

    private static Entry parse(byte[] bytes, String id) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        Map<String, @Nullable Object> members = Json.parseObject(text);
        require(FORMAT.equals(members.get("format")), "its format is not " + FORMAT);
        if (members.get("contractId") instanceof String contractId
                && members.get("userKey") instanceof String userKey
                && GrantId.of(contractId, userKey).equals(id)) {
            return new Entry(new GrantKey(contractId, userKey), stored(members));
        }
        throw new IllegalArgumentException("it belongs to another grant");
    }

    /** A file of an earlier version has no summary. */
    private static StoredGrant stored(Map<String, @Nullable Object> members) {
        if (members.get("version") instanceof Long version && members.get("content") instanceof String content) {
            return new StoredGrant(
                    version,
                    content,
                    GrantSummary.stored(
                            members.get("state") instanceof String state ? state : null,
                            members.get("refreshedAt") instanceof Long time ? time : null,
                            members.get("refreshTokenExpiresAt") instanceof Long time ? time : null));
        }
        throw new IllegalArgumentException("version or content is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
