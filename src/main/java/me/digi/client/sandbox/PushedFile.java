package me.digi.client.sandbox;

import java.util.Map;

/**
 * A file that a contract pushed to a user's library.
 *
 * @param name the name of the file for contracts that read raw data
 * @param descriptor the descriptor's {@code metadata}
 * @param sha256 of the content, in lower-case hexadecimal
 */
public record PushedFile(
        String name, String contractId, Map<String, ?> descriptor, FileContent content, String sha256) {}
