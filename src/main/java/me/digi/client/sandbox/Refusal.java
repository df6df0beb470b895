package me.digi.client.sandbox;

/**
 * Why the sandbox refused a request. Secrets are shortened.
 *
 * @param rule the name of the rule, as for {@link Sandbox#loosen}
 * @param expected what the rule requires
 * @param came what the request had instead
 * @param officialSdk what digi.me's SDK for Node.js does
 */
public record Refusal(String rule, String expected, String came, String officialSdk) {}
