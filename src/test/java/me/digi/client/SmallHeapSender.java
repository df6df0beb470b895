package me.digi.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;

/** Pushes and uploads a number of bytes in a separate JVM, and prints each step. */
final class SmallHeapSender {
    private SmallHeapSender() {}

    /**
     * Takes the base URL, the cloud URL and the application's id; the push contract's id, its key as PEM and a user's
     * token; the id and the key of the contract of a storage, and the storage's id; and how many bytes.
     */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[9]);
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(args[2])
                .environment(
                        Environment.builder().baseUrl(args[0]).cloudUrl(args[1]).build())
                .build()) {
            ContractDetails push = contract(args[3], args[4]);
            KnownUser.of(digiMe, push, UserAccessToken.fromJson(args[5]))
                    .pushToLibrary(CallSetup.DESCRIPTOR, Content.oneShot(new Zeros(size)));
            System.out.println("pushed");
            digiMe.storages(contract(args[6], args[7]))
                    .files(args[8])
                    .upload("large", Content.repeatable(size, () -> new Zeros(size)));
            System.out.println("uploaded");
        }
    }

    private static ContractDetails contract(String id, String pem) {
        return ContractDetails.builder().contractId(id).privateKey(pem).build();
    }

    /** A stream of zeros. */
    static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
