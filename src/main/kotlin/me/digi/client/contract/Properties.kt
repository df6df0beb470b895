package me.digi.client.contract

import java.security.cert.X509Certificate

/** See [ContractDescription.x509Certificate]. */
public val ContractDescription.x509Certificate: X509Certificate? get() = x509Certificate()
