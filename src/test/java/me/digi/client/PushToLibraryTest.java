package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import me.digi.client.Contents.Watched;
import me.digi.client.content.Content;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.push.PushDescriptor;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.store.ReauthorizationRequiredException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pushing a file into the user's library: it arrives completely, or not at all. */
class PushToLibraryTest {
    @AutoClose
    private final CallSetup setup = CallSetup.withRetries();

    private final Watched stream = new Watched(Contents.bytes(1000));

    @ParameterizedTest
    @EnumSource(Contents.class)
    void contentOfAnySizeAndKindArrivesWhole(Contents kind, @TempDir Path directory) throws IOException {
        for (int size : Contents.SIZES) {
            byte[] bytes = Contents.bytes(size);
            Content content = kind.of(bytes, directory);
            setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, content);
            assertThat(received()).isEqualTo(bytes);
            assertThat(last("Content-Length"))
                    .isEqualTo(content.length() == null ? null : String.valueOf(content.length()));
            assertThat(last("Content-Type")).isEqualTo("application/octet-stream");
        }
        assertThat(pushed()).hasSize(Contents.SIZES.length);
    }

    @Test
    void theDescriptorHasOnlyWhatIsSet() {
        setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, Content.of("x"));
        assertThat(lastPushed().descriptor())
                .isEqualTo(Map.of("mimeType", "text/plain", "accounts", List.of(Map.of("accountId", "account-1"))));

        PushDescriptor all = PushDescriptor.builder()
                .mimeType("application/fhir+json; fhirVersion=3.0")
                .addAccountIds("account-1", "ünïcode ☃")
                .addReferences("one", "two")
                .addTags("a tag")
                .build();
        setup.pusher.pushToLibrary(all, Content.of("x"));
        assertThat(lastPushed().descriptor())
                .isEqualTo(Map.of(
                        "mimeType",
                        "application/fhir+json; fhirVersion=3.0",
                        "accounts",
                        List.of(Map.of("accountId", "account-1"), Map.of("accountId", "ünïcode ☃")),
                        "reference",
                        List.of("one", "two"),
                        "tags",
                        List.of("a tag")));
    }

    @Test
    void p8_aFileMayHaveNoAccount() {
        PushDescriptor descriptor =
                PushDescriptor.builder().mimeType("text/plain").build();
        setup.pusher.pushToLibrary(descriptor, Content.of("x"));
        assertThat(lastPushed().descriptor()).isEqualTo(Map.of("mimeType", "text/plain", "accounts", List.of()));
    }

    @Test
    void invalidDescriptorsAreRejectedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PushDescriptor.builder().addAccountIds("a").build())
                .withMessageContaining("mimeType");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PushDescriptor.builder()
                        .mimeType(" ")
                        .addAccountIds("a")
                        .build())
                .withMessageContaining("mimeType must not be blank: \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PushDescriptor.builder()
                        .mimeType("a/b")
                        .addAccountIds("")
                        .build())
                .withMessageContaining("accountIds");
        PushDescriptor.Builder some = PushDescriptor.builder().mimeType("a/b").addAccountIds("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.addTags("tag ").build())
                .withMessageContaining("tags must not begin or end with white space: \"tag \"");
    }

    @Test
    void withoutADescriptorOrContentNothingIsSent() {
        assertThatNullPointerException()
                .isThrownBy(() -> setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, absent()))
                .withMessage("content");
        assertThatNullPointerException()
                .isThrownBy(() -> setup.pusher.pushToLibrary(absent(), Content.of("x")))
                .withMessage("descriptor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Content.oneShot(-1, stream))
                .withMessageContaining("length must be 0 or more: -1");
        assertThatThrownBy(() -> Content.of(Path.of("no-such-file"))).isInstanceOf(NoSuchFileException.class);
        assertThat(setup.asked()).isEmpty();
    }

    @Test
    void aContractThatReadsCannotPush() {
        ApiException apiError = thrownBy(
                ApiException.class,
                () -> setup.user.pushToLibrary(CallSetup.DESCRIPTOR, Content.of("a contract that reads")));
        assertThat(apiError.code()).isEqualTo(ErrorCode.INVALID_CONTRACT_DATA_REQUEST);
        assertThat(apiError.reference()).isNotBlank();
    }

    @Test
    void contentThatCanBeOpenedAgainArrivesWholeAfterARefusedToken() throws IOException {
        byte[] bytes = Contents.bytes(300_001);
        setup.sandbox.expireAccessTokens();
        setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, Content.of(bytes));
        assertThat(pushed()).hasSize(1);
        assertThat(received()).isEqualTo(bytes);
        assertThat(asked()).isEqualTo(2);
        assertThat(setup.refreshes()).isOne();
    }

    @Test
    void contentThatCanBeOpenedAgainArrivesWholeAfterAPause() throws IOException {
        byte[] bytes = Contents.bytes(300_001);
        setup.sandbox.failNext(Operation.PUSH_TO_LIBRARY, tooMany());
        setup.pusher.pushToLibrary(
                CallSetup.DESCRIPTOR, Content.repeatable(() -> Content.of(bytes).open()));
        assertThat(pushed()).hasSize(1);
        assertThat(received()).isEqualTo(bytes);
        assertThat(setup.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void contentThatCanBeReadOnceIsNotSentAgainAfterItWasRejected() {
        setup.sandbox.failNext(Operation.PUSH_TO_LIBRARY, tooMany());
        ApiException apiError = thrownBy(ApiException.class, () -> pushStream());
        assertThat(apiError.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(apiError.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(asked()).isOne();
        assertThat(pushed()).isEmpty();
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void contentThatCanBeReadOnceIsNotTouchedBeforeTheTokenIsGood() throws IOException {
        setup.sandbox.clock().advance(Duration.ofDays(2));
        pushStream();
        assertThat(asked()).isOne();
        assertThat(setup.refreshes()).isOne();
        assertThat(received()).isEqualTo(Contents.bytes(1000));
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void contentThatCanBeReadOnceIsClosedAlsoIfItWasNeverSent() throws IOException {
        setup.sandbox.clock().advance(Duration.ofDays(2));
        setup.sandbox.revoke(String.valueOf(setup.token.userId()));
        assertThat(thrownBy(ReauthorizationRequiredException.class, this::pushStream))
                .isNotNull();
        assertThat(asked()).isZero();
        assertThat(stream.isClosed()).isTrue();

        Watched another = new Watched(new byte[1]);
        DigiMe unreachable = setup.clientFor(RawServer.closedUrl(), builder -> builder);
        NetworkException notSent = thrownBy(
                NetworkException.class,
                () -> KnownUser.of(unreachable, setup.pushContract, setup.token(setup.pushContract))
                        .pushToLibrary(CallSetup.DESCRIPTOR, Content.oneShot(another)));
        assertThat(notSent.requestMayHaveArrived()).isFalse();
        assertThat(another.isUntouched()).isTrue();
        assertThat(another.isClosed()).isTrue();
    }

    @Test
    void aStreamThatWasReadBeforeIsNotSentAsAnEmptyOne() {
        Content once = Content.oneShot(stream);
        setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, once);
        assertThat(thrownBy(DigiMeException.class, () -> setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, once)))
                .hasStackTraceContaining("one-shot content was already opened");
        assertThat(pushed()).hasSize(1);
    }

    @Test
    void contentThatBreaksOffOrHasAnotherLengthDoesNotArrive() {
        for (Content content : List.of(
                Content.oneShot(Contents.breakingOff(100_000)),
                Content.repeatable(200_000, () -> Contents.breakingOff(100_000)),
                Content.repeatable(() -> {
                    throw new IOException("the disk is gone");
                }),
                Content.repeatable(999, () -> new Watched(Contents.bytes(1000))),
                Content.oneShot(1001, new Watched(Contents.bytes(1000))))) {
            DigiMeException failure =
                    thrownBy(DigiMeException.class, () -> setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, content));
            assertThat(failure).hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(pushed()).isEmpty();
    }

    @Test
    void h10_contentThatThrowsWhatItDoesNotDeclareIsNotSent() {
        TimeoutException undeclared = new TimeoutException("as code in Kotlin may");
        InputStream failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                PushToLibraryTest.<RuntimeException>sneak(undeclared);
                return -1;
            }
        };
        for (Content content : List.of(Content.oneShot(failing), Content.repeatable(() -> {
            PushToLibraryTest.<RuntimeException>sneak(undeclared);
            return failing;
        }))) {
            NetworkException failure =
                    thrownBy(NetworkException.class, () -> setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, content));
            assertThat(failure.kind()).isEqualTo(NetworkException.Kind.NOT_SENT);
            assertThat(failure).hasCause(undeclared);
        }
        assertThat(pushed()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    private void pushStream() {
        setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, Content.oneShot(stream));
    }

    private static CannedResponse tooMany() {
        return CannedResponse.error(429, "TooManyRequests", "slower").retryAfter("7");
    }

    private List<PushedFile> pushed() {
        return setup.sandbox.library(String.valueOf(setup.token.userId())).pushed();
    }

    private PushedFile lastPushed() {
        return pushed().get(pushed().size() - 1);
    }

    private byte[] received() throws IOException {
        try (InputStream in = lastPushed().content().open()) {
            return in.readAllBytes();
        }
    }

    private @Nullable String last(String header) {
        return setup.last(Operation.PUSH_TO_LIBRARY).header(header);
    }

    private int asked() {
        return setup.sandbox.requests().count(Operation.PUSH_TO_LIBRARY);
    }

    /** A null that only a caller without null checks can pass. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T absent() {
        return null;
    }
}
