package me.digi.client.internal.read;

import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.read.FailedFile;
import me.digi.client.read.ReadFile;

/** What came of reading a file once. */
sealed interface FileOutcome {
    /** It was read, and its reader is content. */
    record Done(ReadFile file) implements FileOutcome {}

    /** It was not. */
    record Failed(FailedFile file, boolean brokeOff) implements FileOutcome {
        /** Whether it was the connection's fault, and another try may help. */
        static boolean isBrokenOff(Throwable failure) {
            return failure instanceof NetworkException network && network.kind() != Kind.INTERRUPTED;
        }
    }

    /** It was left unread, because the reading was stopped. */
    record Stopped() implements FileOutcome {}
}
