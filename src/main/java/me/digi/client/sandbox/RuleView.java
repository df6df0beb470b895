package me.digi.client.sandbox;

/**
 * A rule for requests.
 *
 * @param id as in {@link Refusal#rule()}
 * @param loosenable whether a request that breaks it can still be carried out
 */
public record RuleView(String id, String expected, String officialSdk, boolean loosenable, boolean loosened) {}
