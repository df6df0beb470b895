package me.digi.client.sandbox;

import java.util.Map;

/**
 * Something that a contract pushed to the provider of one of a user's accounts.
 *
 * @param accountId the account
 * @param standard the standard, such as {@code fhir}
 * @param version its version
 * @param body the JSON object that came
 */
public record ProviderPush(String accountId, String standard, String version, Map<String, ?> body) {}
