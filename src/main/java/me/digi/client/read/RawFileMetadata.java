package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was pushed to the user's library. {@code SandboxValues.rawFileMetadata} in the sandbox jar makes metadata for
 * tests.
 *
 * @param mimeType the file's media type, such as {@code application/pdf}
 * @param accountIds the ids of the accounts that the file was pushed for
 * @param appId the id of the application that pushed it
 * @param createdAt when it was pushed
 * @param contractId the id of the contract under which it was pushed
 * @param objectTypes the kinds of object that it holds
 * @param partnerId the id of the partner whose application pushed it
 * @param references the references that it was pushed under
 * @param serviceGroups the ids of the service groups that it belongs to
 * @param tags the tags that it was pushed with
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
        Map<String, Object> unknownMembers,
        List<String> problems)
        implements FileMetadata {
    /** Copies the map and the lists. */
    public RawFileMetadata {
        Objects.requireNonNull(mimeType, "mimeType");
        accountIds = List.copyOf(accountIds);
        objectTypes = List.copyOf(objectTypes);
        references = List.copyOf(references);
        serviceGroups = List.copyOf(serviceGroups);
        tags = List.copyOf(tags);
        unknownMembers = Copies.of(unknownMembers);
        problems = List.copyOf(problems);
    }
}
