package me.digi.client.internal.contract;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;
import me.digi.client.internal.auth.ContractCalls;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.mapping.JsonValues;
import me.digi.client.internal.wire.ContractApplication;
import me.digi.client.internal.wire.ContractResponse;
import me.digi.client.internal.wire.PermissionAccessApi;
import org.jspecify.annotations.Nullable;

/** A contract as digi.me describes it. */
public final class ContractLookup {
    private ContractLookup() {}

    /** Requests the description. */
    public static ContractDescription describe(ContractCalls calls) {
        PermissionAccessApi api = calls.api(PermissionAccessApi.class);
        ContractResponse response =
                calls.execute(CallTerms.of(PermissionAccessApi.DESCRIBE_CONTRACT), api::describeContract);
        return ContractDescription.builder()
                .id(JsonValues.id(response.id()))
                .accessType(JsonValues.spelled(response.accessType(), type -> new AccessType(type)))
                .type(response.type())
                .partnerId(response.partnerId())
                .expiresAt(JsonValues.instant(response.expirationDate()))
                .certificate(response.certificate())
                .x509Certificate(response.certificate() == null ? null : parse(response.certificate()))
                .certificateContractSchemaVersion(response.certificateContractSchemaVersion())
                .application(application(response.application()))
                .addAllProblems(response.problems())
                .build();
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

    /** From PEM, or from base64 of it or of DER; null if it is something else, which the service is free to send. */
    private static @Nullable X509Certificate parse(String certificate) {
        X509Certificate plain = parse(certificate.getBytes(StandardCharsets.UTF_8));
        if (plain != null) {
            return plain;
        }
        try {
            return parse(Base64.getMimeDecoder().decode(certificate));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static @Nullable X509Certificate parse(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException notOne) {
            return null;
        }
    }
}
