package me.digi.client.sandbox;

import java.util.Map;

/**
 * A file that a contract pushed to a user's library.
 *
 * @param name the name by which contracts that read raw get it
 * @param contractId the contract
 * @param descriptor what came under {@code metadata} in the descriptor
 * @param content the file
 * @param sha256 its digest, in lower-case hexadecimal digits
 */
public record PushedFile(
        String name, String contractId, Map<String, ?> descriptor, FileContent content, String sha256) {}
