package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Texts that sources are searched for; each list is one of alternatives. */
@Value.Immutable
@ValueStyle
public abstract class SourcesSearch {
    SourcesSearch() {}

    /** A builder that wants nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** In the name. */
    public abstract List<String> names();

    /** In the abbreviation. */
    public abstract List<String> abbreviations();

    /** In an alias. */
    public abstract List<String> aliases();

    /** In the name of a medical centre. */
    public abstract List<String> medicalCenters();

    /** In the name of a practitioner. */
    public abstract List<String> practitioners();

    /** In the city of the address. */
    public abstract List<String> cities();

    /** In the postal code of the address. */
    public abstract List<String> postalCodes();

    @Value.Check
    void check() {
        names().forEach(text -> Require.text("names", text));
        abbreviations().forEach(text -> Require.text("abbreviations", text));
        aliases().forEach(text -> Require.text("aliases", text));
        medicalCenters().forEach(text -> Require.text("medicalCenters", text));
        practitioners().forEach(text -> Require.text("practitioners", text));
        cities().forEach(text -> Require.text("cities", text));
        postalCodes().forEach(text -> Require.text("postalCodes", text));
    }

    /** Builds a {@link SourcesSearch}. */
    public static final class Builder extends ImmutableSourcesSearch.Builder {
        Builder() {}
    }
}
