package me.digi.client.read

/** See [FileList.accountsToReauthorize]. */
public val FileList.accountsToReauthorize: List<String> get() = accountsToReauthorize()
