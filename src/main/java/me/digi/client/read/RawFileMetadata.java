package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * Describes a file that was pushed to the user's library. {@code SandboxValues.rawFileMetadata} in the sandbox jar
 * builds metadata for tests.
 *
 * @param mimeType such as {@code application/pdf}
 * @param accountIds the accounts that the file was pushed for
 * @param appId the application that pushed it
 * @param createdAt when it was pushed
 * @param contractId the contract under which it was pushed
 * @param objectTypes the types of object in the file
 * @param partnerId the partner that owns the application
 * @param references the references given with the push
 * @param serviceGroups the ids of the file's service groups
 * @param tags the tags given with the push
 */
public record RawFileMetadata(
        String mimeType,
        List<String> accountIds,
        @Nullable String appId,
        @Nullable Instant createdAt,
        @Nullable String contractId,
        List<RawObjectType> objectTypes,
        @Nullable String partnerId,
        List<String> references,
        List<Long> serviceGroups,
        List<String> tags,
        Map<String, Object> more,
        List<String> problems)
        implements FileMetadata {
    public RawFileMetadata {
        Objects.requireNonNull(mimeType, "mimeType");
        accountIds = List.copyOf(accountIds);
        objectTypes = List.copyOf(objectTypes);
        references = List.copyOf(references);
        serviceGroups = List.copyOf(serviceGroups);
        tags = List.copyOf(tags);
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
