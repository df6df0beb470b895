package me.digi.client.spring;

import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** The digi.me service and the application's identity there. A bean of this type replaces the properties. */
public interface DigiMeConnectionDetails extends ConnectionDetails {
    String applicationId();

    Environment environment();

    ContractDetails contract();
}
