package me.digi.client.read

/** [FileMetadata.unknownMembers], as a property. */
public val FileMetadata.unknownMembers: Map<String, Any> get() = unknownMembers()

/** [FileMetadata.problems], as a property. */
public val FileMetadata.problems: List<String> get() = problems()
