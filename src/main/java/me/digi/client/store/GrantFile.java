package me.digi.client.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import me.digi.client.internal.io.Bytes;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.JsonObject;

/** A grant's file: JSON with the grant's key, for people and against mix-ups, the version and the content. */
final class GrantFile {
    private static final String FORMAT = "digime-grant/1";
    /** Several times the largest record, encrypted and escaped. */
    private static final long MAX_BYTES = 64L << 20;

    private GrantFile() {}

    /** The content of a file. */
    record Entry(GrantKey grant, StoredGrant stored) {}

    static byte[] format(GrantKey grant, StoredGrant stored) {
        String json = Json.write(Json.members(
                "format", FORMAT,
                "contractId", grant.contractId(),
                "userKey", grant.userKey(),
                "version", stored.version(),
                "state", stored.summary().state().name(),
                "refreshedAt", stored.summary().refreshedAtMillis(),
                "refreshTokenExpiresAt", stored.summary().refreshTokenExpiresAtMillis(),
                "content", stored.content()));
        return (json + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an existing file, which must belong to the grant with this id. Uses an input stream: an interrupt would
     * close a file channel.
     */
    static Entry read(Path file, String id) throws IOException {
        byte[] bytes;
        if (file.toFile().length() > MAX_BYTES) {
            throw new IOException("damaged: larger than any record; left unchanged");
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = Bytes.readAll(in);
        }
        try {
            return parse(bytes, id);
        } catch (CharacterCodingException e) {
            throw new IOException("damaged: not UTF-8; left unchanged", e);
        } catch (JsonException e) {
            throw new IOException("damaged: " + e.getMessage() + "; left unchanged", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("damaged, or not this grant's: " + e.getMessage() + "; left unchanged", e);
        }
    }

    private static Entry parse(byte[] bytes, String id) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        JsonObject file = JsonObject.parse(text);
        require(FORMAT.equals(file.value("format")), "its format is not " + FORMAT);
        String contractId = file.text("contractId");
        String userKey = file.text("userKey");
        require(GrantKey.grantId(contractId, userKey).equals(id), "it belongs to another grant");
        // Files of earlier versions have no summary.
        GrantSummary summary = GrantSummary.stored(
                file.value("state") instanceof String state ? state : null,
                file.value("refreshedAt") instanceof Long time ? time : null,
                file.value("refreshTokenExpiresAt") instanceof Long time ? time : null);
        return new Entry(
                new GrantKey(contractId, userKey),
                new StoredGrant(file.number("version"), file.text("content"), summary));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
