package me.digi.client.auth

/** See [SourcesScope.dataTypes]. */
public val SourcesScope.dataTypes: List<DataType> get() = dataTypes()

/** See [SourcesScope.organizationType]. */
public val SourcesScope.organizationType: OrganizationType? get() = organizationType()
