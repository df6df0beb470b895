package me.digi.client.internal.api;

import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.wire.ContractApplication;
import me.digi.client.internal.wire.ContractResponse;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.internal.wire.PermissionAccessApi;
import org.jspecify.annotations.Nullable;

final class ContractLookup {
    private ContractLookup() {}

    static ContractDescription describe(Caller calls) {
        PermissionAccessApi api = calls.api(PermissionAccessApi.class);
        ContractResponse response =
                calls.execute(CallSpec.of(PermissionAccessApi.DESCRIBE_CONTRACT), api::describeContract);
        return new ContractDescription(
                JsonValues.id(response.id()),
                JsonValues.mapText(response.accessType(), type -> new AccessType(type)),
                response.type(),
                response.partnerId(),
                JsonValues.instant(response.expirationDate()),
                response.certificate(),
                response.certificateContractSchemaVersion(),
                application(response.application()),
                response.problems());
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
