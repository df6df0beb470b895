package me.digi.client.auth

/** [SourcesScope.dataTypes], as a property. */
public val SourcesScope.dataTypes: List<DataType> get() = dataTypes()

/** [SourcesScope.organizationType], as a property. */
public val SourcesScope.organizationType: OrganizationType? get() = organizationType()
