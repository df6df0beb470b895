package me.digi.client.push

/** [PushDescriptor.mimeType], as a property. */
public val PushDescriptor.mimeType: String get() = mimeType()

/** [PushDescriptor.accountIds], as a property. */
public val PushDescriptor.accountIds: List<String> get() = accountIds()

/** [PushDescriptor.references], as a property. */
public val PushDescriptor.references: List<String> get() = references()

/** [PushDescriptor.tags], as a property. */
public val PushDescriptor.tags: List<String> get() = tags()
