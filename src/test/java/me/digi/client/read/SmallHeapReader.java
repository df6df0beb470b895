package me.digi.client.read;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.KnownUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.error.ContentException;
import me.digi.client.error.FileException;

/** Reads files in a JVM of its own, and prints the size or the failure of each. */
final class SmallHeapReader {
    private SmallHeapReader() {}

    /** Takes the base URL, the key as PEM, the largest content, and the files' names. */
    public static void main(String[] args) throws IOException {
        ContractDetails contract = ContractDetails.builder()
                .contractId("contract")
                .privateKey(args[1])
                .build();
        ReadOptions options =
                ReadOptions.builder().maxContentBytes(Long.parseLong(args[2])).build();
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId("app")
                .environment(Environment.builder().baseUrl(args[0]).build())
                .build()) {
            SessionFiles files =
                    KnownUser.of(digiMe, contract, FileServer.token()).files(FileServer.SESSION, options);
            for (int i = 3; i < args.length; i++) {
                System.out.println(args[i] + " " + read(files, args[i]));
            }
        }
    }

    private static String read(SessionFiles files, String name) throws IOException {
        try (SessionFile file = files.read(name);
                InputStream stream = file.stream()) {
            byte[] buffer = new byte[64 << 10];
            long bytes = 0;
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                bytes += count;
            }
            return String.valueOf(bytes);
        } catch (ContentException e) {
            return ((FileException) e.failure()).problem().toString();
        }
    }
}
