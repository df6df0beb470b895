package me.digi.client.read

/** [FileList.accountsToReauthorize], as a property. */
public val FileList.accountsToReauthorize: List<String> get() = accountsToReauthorize()
