package me.digi.client.internal.contract;

import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;
import me.digi.client.internal.auth.ContractCalls;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.mapping.JsonValues;
import me.digi.client.internal.wire.ContractAnswer;
import me.digi.client.internal.wire.ContractApplication;
import me.digi.client.internal.wire.PermissionAccessApi;
import org.jspecify.annotations.Nullable;

/** What digi.me says of a contract. */
public final class ContractQuestion {
    private ContractQuestion() {}

    /** Asks. */
    public static ContractDescription ask(ContractCalls calls) {
        PermissionAccessApi api = calls.api(PermissionAccessApi.class);
        ContractAnswer answer = calls.execute(CallTerms.safe("contract"), api::contract);
        return new ContractDescription(
                JsonValues.id(answer.id()),
                JsonValues.spelled(answer.accessType(), type -> new AccessType(type)),
                answer.type(),
                answer.partnerId(),
                JsonValues.instant(answer.expirationDate()),
                answer.certificate(),
                answer.certificateContractSchemaVersion(),
                application(answer.application()),
                answer.problems());
    }

    private static ContractDescription.@Nullable Application application(@Nullable ContractApplication application) {
        return application == null
                ? null
                : new ContractDescription.Application(
                        JsonValues.id(application.id()),
                        application.name(),
                        application.status(),
                        JsonValues.withoutNulls(application.resources()));
    }
}
