package application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.store.FileTokenStore;

/**
 * Runs the {@link Reader} as a program of its own. It prints the page that the user is to see, reads the callback from its
 * standard input, and prints what came of it.
 *
 * <p>Arguments: the base, onboard and cloud URLs, the application id, the contract id, the file of its private key, and a
 * directory for tokens.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Path key = Paths.get(args[5]);
        ContractDetails contract = ContractDetails.builder()
                .contractId(args[4])
                .privateKey(new String(Files.readAllBytes(key), StandardCharsets.US_ASCII))
                .build();
        Environment environment = Environment.builder()
                .baseUrl(args[0])
                .onboardUrl(args[1])
                .cloudUrl(args[2])
                .build();
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(args[3])
                .environment(environment)
                .tokenStore(new FileTokenStore(Paths.get(args[6])))
                .build()) {
            System.out.println(new Reader(digiMe, contract, Main::visit).run());
        }
    }

    private static URI visit(URI page) {
        System.out.println(page);
        try {
            return URI.create(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
