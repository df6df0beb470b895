package me.digi.client.read;

import java.util.List;
import me.digi.client.internal.io.Require;

/**
 * A group of services to read, such as social or financial.
 *
 * @param id the group's id at digi.me
 * @param serviceTypes the service types to read in the group
 */
public record ServiceGroup(long id, List<ServiceType> serviceTypes) {
    public ServiceGroup {
        Require.id("id", id);
        serviceTypes = List.copyOf(serviceTypes);
    }

    public static ServiceGroup of(long id, ServiceType... serviceTypes) {
        return new ServiceGroup(id, List.of(serviceTypes));
    }
}
