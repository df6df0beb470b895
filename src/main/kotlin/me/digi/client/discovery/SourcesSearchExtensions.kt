package me.digi.client.discovery

/** [SourcesSearch.names], as a property. */
public val SourcesSearch.names: List<String> get() = names()

/** [SourcesSearch.abbreviations], as a property. */
public val SourcesSearch.abbreviations: List<String> get() = abbreviations()

/** [SourcesSearch.aliases], as a property. */
public val SourcesSearch.aliases: List<String> get() = aliases()

/** [SourcesSearch.medicalCenters], as a property. */
public val SourcesSearch.medicalCenters: List<String> get() = medicalCenters()

/** [SourcesSearch.practitioners], as a property. */
public val SourcesSearch.practitioners: List<String> get() = practitioners()

/** [SourcesSearch.cities], as a property. */
public val SourcesSearch.cities: List<String> get() = cities()

/** [SourcesSearch.postalCodes], as a property. */
public val SourcesSearch.postalCodes: List<String> get() = postalCodes()
