package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusablePrivateKeyTest {
    static Stream<Arguments> textsAndWhatTheyAre() {
        String pkcs1 = KeyFixtures.pkcs1Pem();
        String pkcs8 = KeyFixtures.pkcs8Pem();
        byte[] bytes = KeyFixtures.pkcs1();
        String end = "-----END RSA PRIVATE KEY-----";
        return Stream.of(
                arguments("", "it is empty"),
                arguments(" \r\n\t", "it is empty"),
                arguments("\uFEFF", "it is empty"),
                arguments("no key at all", "it is not PEM: there is no BEGIN line"),
                arguments(pkcs1.lines().skip(1).findFirst().orElseThrow(), "it is not PEM: there is no BEGIN line"),
                arguments(KeyFixtures.pem("PUBLIC KEY", bytes), "it is a public key"),
                arguments(KeyFixtures.pem("RSA PUBLIC KEY", bytes), "it is a public key"),
                arguments(KeyFixtures.pem("CERTIFICATE", bytes), "it is a certificate"),
                arguments(KeyFixtures.pem("X509 CERTIFICATE", bytes), "it is a certificate"),
                arguments(KeyFixtures.pem("CERTIFICATE REQUEST", bytes), "it is a certificate request"),
                arguments(KeyFixtures.pem("ENCRYPTED PRIVATE KEY", bytes), "it is an encrypted private key"),
                arguments(withHeaders(pkcs1), "it is an encrypted private key"),
                arguments(KeyFixtures.pem("EC PRIVATE KEY", KeyFixtures.EC.getEncoded()), "it is an EC private key"),
                arguments(KeyFixtures.pem("PRIVATE KEY", KeyFixtures.EC.getEncoded()), "it is an EC key"),
                arguments(KeyFixtures.pem("DSA PRIVATE KEY", bytes), "it is a DSA private key"),
                arguments(KeyFixtures.pem("OPENSSH PRIVATE KEY", bytes), "it is an OpenSSH private key"),
                arguments(KeyFixtures.pem("SECRETIVE DATA", bytes), "a PEM block of an unknown kind"),
                arguments(KeyFixtures.pem("PRIVATE KEY", KeyFixtures.SHORT_RSA.getEncoded()), "it has 1024 bits"),
                arguments(pkcs1 + pkcs8, "it holds 2 PEM blocks: an RSA private key and a private key"),
                arguments((pkcs1 + pkcs1).replace("\n", ""), "it holds 2 PEM blocks"),
                arguments(pkcs1.replace(end, "") + pkcs1, "it holds 2 PEM blocks"),
                arguments(
                        KeyFixtures.pem("EC PARAMETERS", new byte[8]) + KeyFixtures.pem("EC PRIVATE KEY", bytes),
                        "it holds 2 PEM blocks: EC parameters and an EC private key"),
                arguments(pkcs1.replace(end, ""), "its END line is missing"),
                arguments(pkcs1.substring(0, pkcs1.length() / 2), "its END line is missing"),
                arguments(pkcs1.replace(end, "-----END PRIVATE KEY-----"), "BEGIN and END lines do not match"),
                arguments(pkcs1 + end, "BEGIN and END lines do not match"),
                arguments("KEY=" + pkcs1, "text before BEGIN on the same line"),
                arguments(pkcs1 + "MIIE", "text after its END line"),
                arguments("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", "nothing between"),
                arguments(pkcs1.strip().replace("\n", "\\"), "damaged or truncated"),
                arguments("a certificate:\n" + pkcs1 + "and its key:\n" + pkcs1, "it holds 2 PEM blocks"),
                arguments(KeyFixtures.pem("RSA PRIVATE KEY", new byte[0]), "nothing between"),
                arguments(KeyFixtures.pem("RSA PRIVATE KEY", new byte[100]), "its DER is damaged"));
    }

    @ParameterizedTest
    @MethodSource("textsAndWhatTheyAre")
    void saysWhatWasFoundAndNeverAnyPartOfTheKey(String text, String found) {
        assertRejected(text, found);
    }

    @Test
    void rejectsBytesAfterTheKey() {
        assertRejected(
                KeyFixtures.pem("RSA PRIVATE KEY", Arrays.copyOf(KeyFixtures.pkcs1(), KeyFixtures.pkcs1().length + 1)),
                "its DER has trailing data");
        assertRejected(
                KeyFixtures.pem("PRIVATE KEY", Arrays.copyOf(KeyFixtures.pkcs8(), KeyFixtures.pkcs8().length + 1)),
                "its DER has trailing data");
    }

    @Test
    void rejectsAKeyWithMoreThanTwoPrimes() {
        assertRejected(
                KeyFixtures.pem("RSA PRIVATE KEY", KeyFixtures.pkcs1(1, KeyFixtures.numbers())),
                "another version than 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void rejectsNumbersThatDoNotBelongTogether(int altered) {
        for (BigInteger wrong : List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                KeyFixtures.numbers().get(altered).add(BigInteger.TWO),
                KeyFixtures.numbers().get(altered).shiftLeft(1),
                KeyFixtures.numbers().get(altered).add(KeyFixtures.RSA.getModulus()))) {
            List<BigInteger> numbers = new ArrayList<>(KeyFixtures.numbers());
            numbers.set(altered, wrong);
            assertRejected(
                    KeyFixtures.pem("RSA PRIVATE KEY", KeyFixtures.pkcs1(0, numbers)), "its numbers are inconsistent");
        }
    }

    @Test
    void rejectsANegativeNumber() {
        List<BigInteger> numbers = new ArrayList<>(KeyFixtures.numbers());
        numbers.replaceAll(BigInteger::negate);
        assertRejected(KeyFixtures.pem("RSA PRIVATE KEY", KeyFixtures.pkcs1(0, numbers)), "its DER is damaged");
    }

    @Test
    void catchesADamagedByteWhereverItIs() {
        for (int bit : new int[] {0x01, 0x80}) {
            for (int i = 0; i < KeyFixtures.pkcs1().length; i++) {
                byte[] damaged = KeyFixtures.pkcs1();
                damaged[i] ^= (byte) bit;
                assertRejected(KeyFixtures.pem("RSA PRIVATE KEY", damaged), "but ");
            }
            for (int i = 0; i < KeyFixtures.pkcs8().length; i++) {
                byte[] damaged = KeyFixtures.pkcs8();
                damaged[i] ^= (byte) bit;
                assertRejected(KeyFixtures.pem("PRIVATE KEY", damaged), "but ");
            }
        }
    }

    @Test
    void catchesACutWhereverItIs() {
        for (int length = 1; length < KeyFixtures.pkcs1().length; length++) {
            byte[] cut = Arrays.copyOf(KeyFixtures.pkcs1(), length);
            assertRejected(KeyFixtures.pem("RSA PRIVATE KEY", cut), "its DER is truncated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "-", "=", "é", ""})
    void catchesADamagedCharacterWhereverItIs(String replacement) {
        String pem = KeyFixtures.pkcs8Pem();
        int begin = pem.indexOf('\n') + 1;
        int end = pem.indexOf("\n-----END");
        for (int i = begin; i < end; i++) {
            String character = pem.substring(i, i + 1);
            if (!character.equals("\n") && !character.equals(replacement)) {
                assertRejected(pem.substring(0, i) + replacement + pem.substring(i + 1), "but ");
            }
        }
    }

    private static String withHeaders(String pem) {
        return pem.replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0123456789ABCDEF\n\n");
    }

    private static void assertRejected(String pem, String found) {
        ContractDetails.Builder builder =
                ContractDetails.builder().contractId("contract").privateKey(pem);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("privateKey must be an RSA private key")
                .hasMessageContaining(found)
                .hasNoCause()
                .satisfies(failure -> KeyFixtures.assertShowsNoPartOfTheKey(failure.getMessage()));
    }

    @Test
    void h4_aTextThatIsTooLongForAKeyIsRefusedByItsLength() {
        assertRejected(KeyFixtures.pkcs1Pem() + " ".repeat(70_000), "it is longer than 65536 characters");
    }

    @Test
    void h4_aKeyOfTwentyThousandBitsIsRefusedBeforeItIsCalculatedWith() {
        List<BigInteger> numbers = new ArrayList<>(KeyFixtures.numbers());
        numbers.set(0, BigInteger.ONE.shiftLeft(20_000));

        assertRejected(
                KeyFixtures.pem("RSA PRIVATE KEY", KeyFixtures.pkcs1(0, numbers)), "it has more than 16384 bits");
    }

    @Test
    void h4_ofManyBlocksOnlyAFewAreListed() {
        IllegalArgumentException refusal = catchThrowableOfType(
                IllegalArgumentException.class, () -> contract("-----BEGIN PRIVATE KEY-----".repeat(1000)));

        assertThat(refusal).hasMessageContaining("it holds 1000 PEM blocks");
        assertThat(refusal.getMessage()).hasSizeLessThan(300);
    }

    private static ContractDetails contract(String pem) {
        return ContractDetails.builder().contractId("id").privateKey(pem).build();
    }
}
