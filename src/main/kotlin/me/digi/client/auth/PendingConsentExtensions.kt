package me.digi.client.auth

import java.net.URI

/** See [PendingConsent.url]. */
public val PendingConsent.url: URI get() = url()
