package me.digi.client.internal.oauth;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.crypto.ContractKey;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.crypto.RequestSigner;

/** The private keys of contracts, initialized once for signing and decrypting. Safe for use by many threads. */
public final class Contracts {
    private final String applicationId;
    private final Clock clock;
    private final RandomStrings random;
    private final Map<ContractDetails, RequestSigner> signers = new ConcurrentHashMap<>();
    private final Map<ContractDetails, FileKey> fileKeys = new ConcurrentHashMap<>();

    public Contracts(String applicationId, Clock clock, RandomStrings random) {
        this.applicationId = applicationId;
        this.clock = clock;
        this.random = random;
    }

    public RequestSigner signer(ContractDetails contract) {
        return signers.computeIfAbsent(contract, this::newSigner);
    }

    public FileKey fileKey(ContractDetails contract) {
        return fileKeys.computeIfAbsent(contract, added -> FileKey.of(added.privateKey()));
    }

    private RequestSigner newSigner(ContractDetails contract) {
        ContractKey key = ContractKey.of(contract.privateKey());
        return new RequestSigner(key, applicationId, contract.contractId(), clock, random);
    }
}
