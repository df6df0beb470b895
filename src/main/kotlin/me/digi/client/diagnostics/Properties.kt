package me.digi.client.diagnostics

import me.digi.client.store.GrantKey

/** See [TokenEvent.grant]. */
public val TokenEvent.grant: GrantKey get() = grant()
