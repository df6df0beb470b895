package me.digi.client.auth

import java.net.URI

/** [PendingConsent.url], as a property. */
public val PendingConsent.url: URI get() = url()
