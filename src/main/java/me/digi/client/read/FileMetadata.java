package me.digi.client.read;

import java.util.List;
import java.util.Map;

/**
 * Describes a file: data that digi.me fetched from a source and mapped ({@link MappedFileMetadata}), or a pushed file
 * ({@link RawFileMetadata}).
 */
public sealed interface FileMetadata permits MappedFileMetadata, RawFileMetadata {
    /**
     * Further members by the names of the service: strings, {@link Long}s, {@link java.math.BigDecimal}s, booleans,
     * lists and maps of these, without nulls.
     */
    Map<String, Object> more();

    /** Parts that the service sent malformed: see {@link me.digi.client.read}. */
    List<String> problems();
}
