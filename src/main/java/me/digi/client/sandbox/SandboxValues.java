package me.digi.client.sandbox;

import java.time.Duration;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.store.GrantKey;

/**
 * Makes the larger records that an application receives, for its tests: what is not set is null, or empty. Smaller ones are
 * made with {@code new}.
 *
 * <pre>{@code
 * Account account = SandboxValues.account("account-1").serviceTypeName("My Hospital").build();
 * }</pre>
 */
public final class SandboxValues {
    private SandboxValues() {}

    /** An account with this id. */
    public static AccountBuilder account(String id) {
        return new AccountBuilder().id(id);
    }

    /** A file of a session, with this name. */
    public static FileEntryBuilder fileEntry(String name) {
        return new FileEntryBuilder().name(name);
    }

    /** The metadata of a pushed file of this media type. */
    public static RawFileMetadataBuilder rawFileMetadata(String mimeType) {
        return new RawFileMetadataBuilder().mimeType(mimeType);
    }

    /** A category with this id. */
    public static CategoryBuilder category(long id) {
        return new CategoryBuilder().id(id);
    }

    /** The description of the contract with this id. */
    public static ContractDescriptionBuilder contractDescription(String id) {
        return new ContractDescriptionBuilder().id(id);
    }

    /** The status of a user's token, in version 1 of its record. */
    public static TokenStatusBuilder tokenStatus(GrantKey grant, TokenStatus.State state) {
        return new TokenStatusBuilder().grant(grant).state(state).storeVersion(1);
    }

    /** The first attempt of a request: a {@code GET} that took no time, of a path that is named as the operation. */
    public static RequestEventBuilder requestEvent(String operation) {
        return new RequestEventBuilder()
                .operation(operation)
                .method("GET")
                .pathTemplate(operation)
                .attempt(1)
                .duration(Duration.ZERO);
    }
}
