package me.digi.client.read

/** [CriteriaMetadata.appIds], as a property. */
public val CriteriaMetadata.appIds: List<String> get() = appIds()

/** [CriteriaMetadata.accounts], as a property. */
public val CriteriaMetadata.accounts: List<CriteriaAccount> get() = accounts()

/** [CriteriaMetadata.contractIds], as a property. */
public val CriteriaMetadata.contractIds: List<String> get() = contractIds()

/** [CriteriaMetadata.mimeTypes], as a property. */
public val CriteriaMetadata.mimeTypes: List<String> get() = mimeTypes()

/** [CriteriaMetadata.references], as a property. */
public val CriteriaMetadata.references: List<String> get() = references()

/** [CriteriaMetadata.tags], as a property. */
public val CriteriaMetadata.tags: List<String> get() = tags()
