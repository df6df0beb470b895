package me.digi.client.spring;

import static me.digi.client.spring.InvalidPropertyException.field;
import static me.digi.client.spring.InvalidPropertyException.required;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import org.springframework.core.io.ResourceLoader;

/** Reads the properties. Each is checked when it is needed, since beans of the application may replace it. */
record PropertiesConnectionDetails(DigiMeProperties properties, ResourceLoader resources)
        implements DigiMeConnectionDetails {
    private static final String PRIVATE_KEY = "digime.contract.private-key";

    @Override
    public String applicationId() {
        return required("digime.application-id", properties.applicationId());
    }

    @Override
    public Environment environment() {
        DigiMeProperties.Service service = properties.environment();
        return field(
                "digime.environment",
                () -> Environment.builder()
                        .baseUrl(service.baseUrl())
                        .onboardUrl(service.onboardUrl())
                        .cloudUrl(service.cloudUrl())
                        .build());
    }

    @Override
    public ContractDetails contract() {
        String id = required("digime.contract.id", properties.contract().id());
        String key = required(PRIVATE_KEY, properties.contract().privateKey());
        return field(
                "digime.contract",
                () -> ContractDetails.builder()
                        .contractId(id)
                        .privateKey(pem(key))
                        .build());
    }

    private String pem(String key) {
        if (!key.startsWith("file:") && !key.startsWith("classpath:")) {
            return key;
        }
        try {
            return resources.getResource(key).getContentAsString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new InvalidPropertyException(PRIVATE_KEY + " cannot be read: " + e.getMessage());
        }
    }
}
