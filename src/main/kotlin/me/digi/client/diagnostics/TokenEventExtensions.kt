package me.digi.client.diagnostics

import me.digi.client.store.GrantKey

/** [TokenEvent.grant], as a property. */
public val TokenEvent.grant: GrantKey get() = grant()
