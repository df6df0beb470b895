package me.digi.client;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Session;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.spec.ExchangeRecorder;
import me.digi.client.storage.StorageFiles;

/**
 * A {@link LocalDigiMe} with what any call needs: a user with accounts, a session and a storage with a file, under a
 * contract that reads and one that pushes. The requests of this set-up are not recorded.
 */
final class CallSetup extends LocalDigiMe {
    static final String STORED = "Notes/first.txt";
    static final PushDescriptor DESCRIPTOR = PushDescriptor.builder()
            .mimeType("text/plain")
            .addAccountIds("account-1")
            .build();

    final ExchangeRecorder recorder;
    final RecordedObservations observed;
    final ContractDetails pushContract = sandbox.addContract("push", ContractKind.PUSH);
    final String storageId = digiMe.storages(contract).create().id();
    final UserAccessToken token = token(contract, request -> request.storageId(storageId));
    final DigiMeUser user = KnownUser.of(digiMe, contract, token);

    /** The same user under the contract that pushes, so that both share the accounts. */
    final DigiMeUser pusher =
            KnownUser.of(digiMe, pushContract, token(pushContract, request -> request.userAccessToken(token)));

    final String accountId = user.listAccounts().get(0).id();
    final StorageFiles files = digiMe.storages(contract).files(storageId);
    final Session session = user.startSession();
    final String fileName;

    /** Nothing is retried. */
    static CallSetup withoutRetries() {
        return new CallSetup(RetryPolicy.none(), new ExchangeRecorder(), new RecordedObservations());
    }

    static CallSetup withRetries() {
        return new CallSetup(RetryPolicy.defaults(), new ExchangeRecorder(), new RecordedObservations());
    }

    private CallSetup(RetryPolicy retryPolicy, ExchangeRecorder recorder, RecordedObservations observed) {
        super(
                builder -> builder.retryPolicy(retryPolicy).httpClient(recorder.httpClient()),
                builder -> builder.observer(observed.observer));
        this.recorder = recorder;
        this.observed = observed;
        files.upload(STORED, Content.of("what is stored"));
        user.files(session).list();
        fileName = user.files(session).list().files().get(0).name();
        recorder.clear();
        forget();
    }
}
