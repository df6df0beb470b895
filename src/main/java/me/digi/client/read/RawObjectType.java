package me.digi.client.read;

import java.util.List;
import java.util.Objects;

/**
 * A type of object in a pushed file.
 *
 * @param name empty if the service sent none
 * @param references the references of the objects
 */
public record RawObjectType(String name, List<String> references) {
    public RawObjectType {
        Objects.requireNonNull(name, "name");
        references = List.copyOf(references);
    }
}
