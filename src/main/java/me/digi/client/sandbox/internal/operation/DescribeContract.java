package me.digi.client.sandbox.internal.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.SelfSignedCertificate;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.state.Contract;

/** Describes the contract that signed the request. */
final class DescribeContract {
    private static final Duration LIFE = Duration.ofDays(365);

    private DescribeContract() {}

    static ApiOperation operation() {
        return new ApiOperation(Operation.DESCRIBE_CONTRACT, "GET", "permission-access/contract")
                .handle(DescribeContract::respond);
    }

    private static ApiResponse respond(Call call) {
        Contract contract = call.contract();
        String applicationId = call.world().contracts().applicationId();
        Instant until = call.now().plus(LIFE);
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("id", applicationId);
        application.put("name", "Sandbox application " + applicationId);
        application.put("resources", Map.of("logo", Map.of("url", "https://sandbox.example/logos/app.png")));
        application.put("status", 1L);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("accessType", contract.kind() == ContractKind.PUSH ? "w" : "r");
        details.put("application", application);
        details.put("certificate", SelfSignedCertificate.pem(contract.keys(), contract.id(), call.now(), until));
        details.put("certificateContractSchemaVersion", "5.0.0");
        details.put("expirationDate", until.toEpochMilli());
        details.put("id", contract.id());
        details.put("partnerId", "sandbox-partner");
        details.put("type", "x509");
        return ApiResponse.json(details);
    }
}
