package me.digi.client.discovery

/** See [SourcesSearch.names]. */
public val SourcesSearch.names: List<String> get() = names()

/** See [SourcesSearch.abbreviations]. */
public val SourcesSearch.abbreviations: List<String> get() = abbreviations()

/** See [SourcesSearch.aliases]. */
public val SourcesSearch.aliases: List<String> get() = aliases()

/** See [SourcesSearch.medicalCenters]. */
public val SourcesSearch.medicalCenters: List<String> get() = medicalCenters()

/** See [SourcesSearch.practitioners]. */
public val SourcesSearch.practitioners: List<String> get() = practitioners()

/** See [SourcesSearch.cities]. */
public val SourcesSearch.cities: List<String> get() = cities()

/** See [SourcesSearch.postalCodes]. */
public val SourcesSearch.postalCodes: List<String> get() = postalCodes()
