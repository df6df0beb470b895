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
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import org.jspecify.annotations.Nullable;

/** The file of one grant: JSON with the grant's key, for people and against mix-ups, the version and the content. */
final class GrantFile {
    private static final String FORMAT = "digime-grant/1";

    private GrantFile() {}

    static byte[] format(GrantKey grant, StoredGrant stored) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("contractId", grant.contractId());
        members.put("userKey", grant.userKey());
        members.put("version", stored.version());
        members.put("content", stored.content());
        return (Json.write(members) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a file that exists. An input stream, since a file channel would be closed by an interrupted thread. */
    static StoredGrant read(Path file, GrantKey grant) throws IOException {
        byte[] bytes;
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = Bytes.readAll(in);
        }
        try {
            return parse(bytes, grant);
        } catch (JsonException | CharacterCodingException e) {
            throw new IOException("damaged: not the JSON that was written; left as it is", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("damaged, or not this grant's: " + e.getMessage() + "; left as it is", e);
        }
    }

    private static StoredGrant parse(byte[] bytes, GrantKey grant) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        Map<String, @Nullable Object> members = Json.parseObject(text);
        require(FORMAT.equals(members.get("format")), "its format is not " + FORMAT);
        require(
                grant.contractId().equals(members.get("contractId"))
                        && grant.userKey().equals(members.get("userKey")),
                "it belongs to another grant");
        if (members.get("version") instanceof Long version && members.get("content") instanceof String content) {
            return new StoredGrant(version, content);
        }
        throw new IllegalArgumentException("version or content is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
