package me.digi.client.read;

import java.util.List;
import java.util.Map;

/**
 * What a file is: data that digi.me fetched from a source and brought into a form of its own
 * ({@link MappedFileMetadata}), or a file as it was pushed ({@link RawFileMetadata}).
 */
public sealed interface FileMetadata permits MappedFileMetadata, RawFileMetadata {
    /**
     * What else the service says of the file, by the service's own names: strings, {@link Long}s,
     * {@link java.math.BigDecimal}s, booleans, lists and maps of these. Members that are null are left out.
     */
    Map<String, Object> unknownMembers();

    /**
     * What the service sent that could not be read as described, such as {@code metadata.objectCount is not a whole number};
     * empty if nothing was odd. Such a part is null or left out, or what was meant where that is plain.
     */
    List<String> problems();
}
