package me.digi.client.contract

import java.security.cert.X509Certificate

/** [ContractDescription.x509Certificate], as a property. */
public val ContractDescription.x509Certificate: X509Certificate? get() = x509Certificate()
