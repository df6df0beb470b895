package me.digi.client.push

/** See [PushDescriptor.mimeType]. */
public val PushDescriptor.mimeType: String get() = mimeType()

/** See [PushDescriptor.accountIds]. */
public val PushDescriptor.accountIds: List<String> get() = accountIds()

/** See [PushDescriptor.references]. */
public val PushDescriptor.references: List<String> get() = references()

/** See [PushDescriptor.tags]. */
public val PushDescriptor.tags: List<String> get() = tags()
