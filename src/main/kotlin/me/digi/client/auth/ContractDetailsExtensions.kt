package me.digi.client.auth

import java.security.PrivateKey

/** [ContractDetails.contractId], as a property. */
public val ContractDetails.contractId: String get() = contractId()

/** [ContractDetails.privateKey], as a property. */
public val ContractDetails.privateKey: PrivateKey get() = privateKey()
