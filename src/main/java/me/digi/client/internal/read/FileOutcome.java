package me.digi.client.internal.read;

import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.read.FailedFile;
import me.digi.client.read.ReadFile;

/** The result of reading a file once. */
sealed interface FileOutcome {
    record Done(ReadFile file) implements FileOutcome {}

    record Failed(FailedFile file, boolean isRetryable) implements FileOutcome {
        /** Whether the connection failed, so that a retry may help. */
        static boolean isConnectionFailure(Throwable failure) {
            return failure instanceof NetworkException network && network.kind() != Kind.INTERRUPTED;
        }
    }

    record Stopped() implements FileOutcome {}
}
