package me.digi.client.read;

import java.util.List;
import me.digi.client.internal.io.Require;

/**
 * A group of services, such as social or financial, and the types in it that are read.
 *
 * @param id the group's id at digi.me
 * @param serviceTypes the types of service in the group
 */
public record ServiceGroup(long id, List<ServiceType> serviceTypes) {
    /** Keeps a copy of the list. */
    public ServiceGroup {
        Require.id("id", id);
        serviceTypes = List.copyOf(serviceTypes);
    }

    /** A group and these types in it. */
    public static ServiceGroup of(long id, ServiceType... serviceTypes) {
        return new ServiceGroup(id, List.of(serviceTypes));
    }
}
