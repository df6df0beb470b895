package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Searches members of sources for texts; the texts of one list are alternatives. */
@Value.Immutable
@ValueStyle
public abstract class SourcesSearch {
    SourcesSearch() {}

    public static Builder builder() {
        return new Builder();
    }

    public abstract List<String> names();

    public abstract List<String> abbreviations();

    public abstract List<String> aliases();

    public abstract List<String> medicalCenters();

    public abstract List<String> practitioners();

    /** The city of the address. */
    public abstract List<String> cities();

    /** The postal code of the address. */
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
