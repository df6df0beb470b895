package me.digi.client.read

/** See [CriteriaMetadata.appIds]. */
public val CriteriaMetadata.appIds: List<String> get() = appIds()

/** See [CriteriaMetadata.accounts]. */
public val CriteriaMetadata.accounts: List<CriteriaAccount> get() = accounts()

/** See [CriteriaMetadata.contractIds]. */
public val CriteriaMetadata.contractIds: List<String> get() = contractIds()

/** See [CriteriaMetadata.mimeTypes]. */
public val CriteriaMetadata.mimeTypes: List<String> get() = mimeTypes()

/** See [CriteriaMetadata.references]. */
public val CriteriaMetadata.references: List<String> get() = references()

/** See [CriteriaMetadata.tags]. */
public val CriteriaMetadata.tags: List<String> get() = tags()
