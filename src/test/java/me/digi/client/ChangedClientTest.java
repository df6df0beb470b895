package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.sandbox.ContractKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A second client with one thing changed. */
class ChangedClientTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @AutoClose
    private final DigiMe first = local.builder().contract(local.contract).build();

    @Test
    void theOtherClientHasTheChangeAndAllElse() {
        List<RequestEvent> heard = new CopyOnWriteArrayList<>();
        try (DigiMe second = first.toBuilder().logger(heard::add).build()) {
            local.forget();
            second.describeContract();
            assertThat(heard).hasSize(1);
            assertThat(local.events).isEmpty();
            first.describeContract();
            assertThat(heard).hasSize(1);
            assertThat(local.events).hasSize(1);
        }
    }

    @Test
    void bothHaveOneStoreAndTheirOwnLives() {
        KnownUser.of(first, local.contract, "user-42", local.token());
        try (DigiMe second =
                first.toBuilder().callTimeout(Duration.ofSeconds(20)).build()) {
            assertThat(second.user("user-42").listAccounts()).isNotEmpty();
        }
        assertThat(first.user("user-42").listAccounts()).isNotEmpty();
    }

    @Test
    void changingTheBuilderChangesNoClient() {
        DigiMe.Builder builder = local.builder().contract(local.contract);
        try (DigiMe built = builder.build()) {
            builder.contract(local.sandbox.addContract("push", ContractKind.PUSH));
            built.toBuilder().contract(local.sandbox.addContract("push-2", ContractKind.PUSH));
            assertThat(built.describeContract().id()).isEqualTo(local.contract.contractId());
        }
    }
}
