package me.digi.client;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Session;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.spec.ExchangeRecorder;
import me.digi.client.storage.StorageFiles;

/**
 * A user with accounts, a session and a storage with a file in it, under a contract that reads and one that pushes: all
 * that any call needs. What went over the wire to get here is on no record.
 */
final class CallScene implements AutoCloseable {
    static final String STORED = "Notes/first.txt";
    static final PushDescriptor DESCRIPTOR = PushDescriptor.builder()
            .mimeType("text/plain")
            .addAccountIds("account-1")
            .build();

    final LocalDigiMe local = new LocalDigiMe();
    final ContractDetails contract = local.contract;
    final ContractDetails pushContract = local.sandbox.addContract("push", ContractKind.PUSH);
    final ExchangeRecorder recorder = new ExchangeRecorder();
    final RecordedObservations observed = new RecordedObservations();
    final DigiMe digiMe;
    final UserAccessToken token;
    final DigiMeUser user;
    final DigiMeUser pusher;
    final String accountId;
    final String storageId;
    final StorageFiles files;
    final Session session;
    final String fileName;

    /** A scene in which nothing is tried again by itself. */
    static CallScene withoutRetries() {
        return new CallScene(RetryPolicy.none());
    }

    static CallScene withRetries() {
        return new CallScene(RetryPolicy.defaults());
    }

    private CallScene(RetryPolicy retryPolicy) {
        storageId = local.digiMe.storages(contract).create().id();
        token = consent();
        UserAccessToken pushToken = pushConsent();
        digiMe = local.builder()
                .retryPolicy(retryPolicy)
                .httpClient(recorder.httpClient())
                .observer(observed.observer)
                .build();
        user = KnownUser.of(digiMe, contract, token);
        pusher = KnownUser.of(digiMe, pushContract, pushToken);
        accountId = user.listAccounts().get(0).id();
        files = digiMe.storages(contract).files(storageId);
        files.upload(STORED, Content.of("what is stored"));
        session = user.startSession();
        user.files(session).list();
        fileName = user.files(session).list().files().get(0).name();
        recorder.clear();
        local.forget();
    }

    /** One more client of the same kind, which knows nothing yet. */
    DigiMe.Builder builder() {
        return local.builder().retryPolicy(RetryPolicy.none()).httpClient(recorder.httpClient());
    }

    private UserAccessToken consent() {
        PendingConsent link = local.digiMe
                .authorize(contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .storageId(storageId)
                .start();
        return local.digiMe.exchangeCode(contract, local.allow(link));
    }

    /** The same user's consent to pushing, so that both contracts share the accounts. */
    private UserAccessToken pushConsent() {
        PendingConsent link = local.digiMe
                .authorize(pushContract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .userAccessToken(token)
                .start();
        return local.digiMe.exchangeCode(pushContract, local.allow(link));
    }

    @Override
    public void close() {
        digiMe.close();
        local.close();
    }
}
