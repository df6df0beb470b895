package me.digi.client.sandbox;

import java.util.Map;

/**
 * Data that a contract pushed to the provider of a user's account.
 *
 * @param standard such as {@code fhir}
 * @param body the JSON object received
 */
public record ProviderPush(String accountId, String standard, String version, Map<String, ?> body) {}
