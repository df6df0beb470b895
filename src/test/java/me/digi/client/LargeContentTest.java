package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Content that is larger than the heap is sent in constant memory and arrives whole. With
 * {@code -Ddigime.test.largeContentMiB=1024} it has a gibibyte.
 */
@Timeout(300)
class LargeContentTest {
    private static final long SIZE = Long.getLong("digime.test.largeContentMiB", 96) << 20;

    @Test
    void contentThatIsLargerThanTheHeapArrivesWhole() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().runningClock().start();
                DigiMe digiMe = DigiMe.builder()
                        .applicationId(sandbox.applicationId())
                        .environment(sandbox.environment())
                        .build()) {
            ContractDetails push = sandbox.addContract("push", ContractKind.PUSH);
            UserAccessToken token = consent(sandbox, digiMe, push);
            String storageId = digiMe.storages(sandbox.contract()).create().id();
            try (ChildJvm sender = ChildJvm.startWithHeap(
                    64,
                    SmallHeapSender.class,
                    sandbox.environment().baseUrl().toString(),
                    sandbox.environment().cloudUrl().toString(),
                    sandbox.applicationId(),
                    push.contractId(),
                    sandbox.privateKeyPem(push),
                    token.toJson(),
                    sandbox.contract().contractId(),
                    sandbox.privateKeyPem(sandbox.contract()),
                    storageId,
                    String.valueOf(SIZE))) {
                assertThat(sender.finish()).containsExactly("pushed", "uploaded");
            }

            PushedFile pushed =
                    sandbox.library(String.valueOf(token.userId())).pushed().get(0);
            assertThat(pushed.content().size()).isEqualTo(SIZE);
            assertThat(pushed.sha256()).isEqualTo(sha256(new SmallHeapSender.Zeros(SIZE)));
            try (InputStream stored =
                    digiMe.storages(sandbox.contract()).files(storageId).download("large")) {
                assertThat(sha256(stored)).isEqualTo(pushed.sha256());
            }
        }
    }

    private static UserAccessToken consent(Sandbox sandbox, DigiMe digiMe, ContractDetails contract) {
        PendingConsent link =
                digiMe.authorize(contract).redirectUri(LocalDigiMe.REDIRECT_URI).start();
        Authorized allowed = (Authorized) link.read(sandbox.allow(link.url()));
        return digiMe.exchangeCode(contract, allowed);
    }

    private static String sha256(InputStream in) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
