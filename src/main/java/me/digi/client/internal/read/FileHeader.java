package me.digi.client.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.WhiteSpace;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.FileSchema;
import me.digi.client.read.MappedFileMetadata;
import me.digi.client.read.RawFileMetadata;
import me.digi.client.read.RawObjectType;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code x-metadata}, read leniently except for what determines how the file is read and whose it is: the
 * compression, the kind of file and the accounts.
 */
public record FileHeader(FileMetadata metadata, @Nullable String compression) {
    public static final String NAME = "x-metadata";

    /** Many times the tags and references of a pushed file. */
    private static final int MAX_CHARS = 64 << 10;

    /** Parses the header, which may be missing. */
    public static FileHeader parse(@Nullable String value) throws DamagedFileException {
        if (value == null || WhiteSpace.isBlank(value)) {
            throw new DamagedFileException(Problem.METADATA_MISSING, null);
        }
        if (value.length() > MAX_CHARS) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, "longer than " + MAX_CHARS + " characters");
        }
        try {
            Members header = new Members(Json.parseObject(decode(value)));
            String compression = header.decisiveOptionalText("compression");
            Members metadata = header.decisiveObject("metadata");
            // Every raw file has this member, and no mapped one.
            return new FileHeader(metadata.has("mimetype") ? raw(metadata) : mapped(metadata), compression);
        } catch (JsonException e) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, e.getMessage(), e);
        }
    }

    private static String decode(String value) throws DamagedFileException {
        try {
            return new String(Base64.getUrlDecoder().decode(value.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(Problem.METADATA_MALFORMED, "not base64url", e);
        }
    }

    private static FileMetadata mapped(Members metadata) throws DamagedFileException {
        // Distinguishes a mapped file from an unknown kind.
        Members schema = metadata.decisiveObject("schema");
        return new MappedFileMetadata(
                metadata.number("objectCount"),
                metadata.text("objectType"),
                metadata.text("serviceGroup"),
                metadata.text("serviceName"),
                new FileSchema(schema.text("standard"), schema.text("version"), schema.optionalText("id")),
                metadata.unknown(),
                metadata.problems());
    }

    private static FileMetadata raw(Members metadata) throws DamagedFileException {
        return new RawFileMetadata(
                metadata.decisiveText("mimetype"),
                accountIds(metadata),
                metadata.optionalText("appid"),
                JsonValues.instant(metadata.optionalNumber("created")),
                metadata.optionalText("contractid"),
                objectTypes(metadata),
                metadata.optionalText("partnerid"),
                metadata.texts("reference"),
                metadata.numbers("servicegroups"),
                metadata.texts("tags"),
                metadata.unknown(),
                metadata.problems());
    }

    private static List<String> accountIds(Members metadata) throws DamagedFileException {
        List<String> ids = new ArrayList<>();
        for (Members account : metadata.objects("accounts")) {
            ids.add(account.decisiveText("accountid"));
        }
        return ids;
    }

    private static List<RawObjectType> objectTypes(Members metadata) {
        List<RawObjectType> types = new ArrayList<>();
        for (Members type : metadata.objects("objecttypes")) {
            String name = type.text("name");
            types.add(new RawObjectType(name == null ? "" : name, type.texts("references")));
        }
        return types;
    }
}
