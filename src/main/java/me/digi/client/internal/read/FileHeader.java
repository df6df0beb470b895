package me.digi.client.internal.read;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.JsonObject;
import me.digi.client.internal.io.WhiteSpace;
import me.digi.client.internal.wire.MappedFileHeader;
import me.digi.client.internal.wire.ModelAdapters;
import me.digi.client.internal.wire.RawFileAccount;
import me.digi.client.internal.wire.RawFileHeader;
import me.digi.client.internal.wire.RawMetadata;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.RawFileMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code x-metadata}, read leniently except for what determines how the file is read and whose it is: the
 * compression, the kind of file and the accounts.
 */
public record FileHeader(FileMetadata metadata, @Nullable String compression) {
    public static final String NAME = "x-metadata";

    /** Whatever else is odd costs no more than itself. */
    private static final Set<String> DECISIVE = Set.of("metadata", "compression", "mimetype", "schema");

    /** Many times the tags and references of a pushed file. */
    private static final int MAX_CHARS = 64 << 10;

    private static final Moshi MODELS =
            new Moshi.Builder().add(new ModelAdapters()).build();
    private static final JsonAdapter<MappedFileHeader> MAPPED = MODELS.adapter(MappedFileHeader.class);
    private static final JsonAdapter<RawFileHeader> RAW = MODELS.adapter(RawFileHeader.class);

    /** Parses the header, which may be missing. */
    public static FileHeader parse(@Nullable String value) throws DamagedFileException {
        if (value == null || WhiteSpace.isBlank(value)) {
            throw new DamagedFileException(Problem.METADATA_MISSING, null);
        }
        if (value.length() > MAX_CHARS) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, "longer than " + MAX_CHARS + " characters");
        }
        try {
            // The official SDK reads both alphabets of base64.
            String base64Url = value.trim().replace('+', '-').replace('/', '_');
            String json = new String(Base64.getUrlDecoder().decode(base64Url), StandardCharsets.UTF_8);
            JsonObject header = JsonObject.parse(json, DECISIVE);
            String compression = header.optionalText("compression");
            return new FileHeader(metadata(header.object("metadata"), json), compression);
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, "not base64url", e);
        } catch (JsonException e) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, e.getMessage(), e);
        } catch (IOException | JsonDataException e) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, "not as described", e);
        }
    }

    private static FileMetadata metadata(JsonObject metadata, String header) throws IOException {
        // Every raw file has this member, and no mapped one.
        if (metadata.has("mimetype")) {
            return raw(Objects.requireNonNull(RAW.fromJson(header)).metadata());
        }
        // Distinguishes a mapped file from an unknown kind.
        JsonObject unused = metadata.object("schema");
        return Objects.requireNonNull(MAPPED.fromJson(header)).metadata();
    }

    private static FileMetadata raw(RawMetadata metadata) {
        if (metadata.mimetype() == null) {
            throw new JsonException("'metadata.mimetype' is not text");
        }
        return new RawFileMetadata(
                metadata.mimetype(),
                accountIds(metadata),
                metadata.appid(),
                metadata.created() == null ? null : Instant.ofEpochMilli(metadata.created()),
                metadata.contractid(),
                metadata.objecttypes(),
                metadata.partnerid(),
                metadata.references(),
                metadata.servicegroups(),
                metadata.tags(),
                metadata.more(),
                metadata.problems());
    }

    private static List<String> accountIds(RawMetadata metadata) {
        List<String> ids = new ArrayList<>();
        for (RawFileAccount account : metadata.accounts()) {
            if (account.accountid() != null) {
                ids.add(account.accountid());
            } else if (!account.problems().contains("is not an object")) {
                throw new JsonException("an account in 'metadata.accounts' has no accountid");
            }
        }
        return ids;
    }
}
