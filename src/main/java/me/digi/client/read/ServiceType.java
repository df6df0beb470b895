package me.digi.client.read;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.internal.io.Require;

/**
 * A type of service to read.
 *
 * @param id the service type's id at digi.me
 * @param serviceObjectTypes the ids of the object types to read in it
 */
public record ServiceType(long id, List<Long> serviceObjectTypes) {
    public ServiceType {
        Require.id("id", id);
        serviceObjectTypes = List.copyOf(serviceObjectTypes);
        serviceObjectTypes.forEach(objectType -> Require.id("serviceObjectTypes", objectType));
    }

    public static ServiceType of(long id, long... serviceObjectTypes) {
        return new ServiceType(id, Arrays.stream(serviceObjectTypes).boxed().collect(Collectors.toList()));
    }
}
