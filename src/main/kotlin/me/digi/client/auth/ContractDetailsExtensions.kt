package me.digi.client.auth

import java.security.PrivateKey

/** See [ContractDetails.contractId]. */
public val ContractDetails.contractId: String get() = contractId()

/** See [ContractDetails.privateKey]. */
public val ContractDetails.privateKey: PrivateKey get() = privateKey()
