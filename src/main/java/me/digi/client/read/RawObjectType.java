package me.digi.client.read;

import java.util.List;
import java.util.Objects;

/**
 * A kind of object in a pushed file.
 *
 * @param name what it is called; empty if the service sent no name
 * @param references the references of the objects, if any
 */
public record RawObjectType(String name, List<String> references) {
    /** Keeps a copy of the list. */
    public RawObjectType {
        Objects.requireNonNull(name, "name");
        references = List.copyOf(references);
    }
}
