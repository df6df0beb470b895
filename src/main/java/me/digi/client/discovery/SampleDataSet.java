package me.digi.client.discovery;

/**
 * A set of sample data that a user can be given instead of their own.
 *
 * @param id for {@code SampleData} of an authorization
 * @param name what it is called
 * @param description what is in it
 */
public record SampleDataSet(String id, String name, String description) {}
