package me.digi.client.read

/** See [FileMetadata.unknownMembers]. */
public val FileMetadata.unknownMembers: Map<String, Any> get() = unknownMembers()

/** See [FileMetadata.problems]. */
public val FileMetadata.problems: List<String> get() = problems()
