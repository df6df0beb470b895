package me.digi.client.fuzz;

import java.util.Arrays;
import java.util.List;

/** A contract's key as bytes. */
public final class DerFuzz {
    private DerFuzz() {}

    /** Reads the input as what is inside a PEM block. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        PemFuzz.read(FuzzKeys.pem(chosen.choice() % 2 == 0 ? "PRIVATE KEY" : "RSA PRIVATE KEY", chosen.bytes()));
    }

    /** Both forms, a key for another algorithm, and lengths that are not there. */
    public static List<byte[]> seeds() {
        byte[] other = FuzzKeys.pkcs8();
        other[8] = 0x2b;
        return new Seeds()
                .choosing(
                        0,
                        new Seeds()
                                .bytes(
                                        FuzzKeys.pkcs8(),
                                        FuzzKeys.pkcs1(),
                                        other,
                                        Arrays.copyOf(FuzzKeys.pkcs8(), 600),
                                        new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                                        new byte[] {0x30, (byte) 0x83, 0x01, 0, 0}))
                .choosing(1, new Seeds().bytes(FuzzKeys.pkcs1()))
                .all();
    }
}
