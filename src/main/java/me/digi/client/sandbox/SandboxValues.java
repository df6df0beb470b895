package me.digi.client.sandbox;

import java.time.Duration;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.store.GrantKey;

/**
 * Builders of the larger records that an application receives, for its tests. What is not set is null or empty. Create
 * smaller records with {@code new}.
 *
 * <pre>{@code
 * Account account = SandboxValues.account("account-1").serviceTypeName("My Hospital").build();
 * }</pre>
 */
public final class SandboxValues {
    private SandboxValues() {}

    public static AccountBuilder account(String id) {
        return new AccountBuilder().id(id);
    }

    public static FileEntryBuilder fileEntry(String name) {
        return new FileEntryBuilder().name(name);
    }

    public static RawFileMetadataBuilder rawFileMetadata(String mimeType) {
        return new RawFileMetadataBuilder().mimeType(mimeType);
    }

    public static CategoryBuilder category(long id) {
        return new CategoryBuilder().id(id);
    }

    public static ContractDescriptionBuilder contractDescription(String id) {
        return new ContractDescriptionBuilder().id(id);
    }

    /** Builds a status with record version 1. */
    public static TokenStatusBuilder tokenStatus(GrantKey grant, TokenStatus.State state) {
        return new TokenStatusBuilder().grant(grant).state(state).storeVersion(1);
    }

    /** Builds a first attempt by {@code GET}, of zero duration, with the operation as path template. */
    public static RequestEventBuilder requestEvent(String operation) {
        return new RequestEventBuilder()
                .operation(operation)
                .method("GET")
                .pathTemplate(operation)
                .attempt(1)
                .duration(Duration.ZERO);
    }
}
