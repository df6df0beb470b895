package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivateKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractDetailsTest {
    static Stream<String> texts() {
        return Stream.of(KeyFixtures.pkcs1Pem(), KeyFixtures.pkcs8Pem());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesPkcs1AndPkcs8(String pem) {
        assertThat(contract(pem).privateKey()).isEqualTo(KeyFixtures.RSA);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesWindowsLineBreaks(String pem) {
        assertThat(contract(pem.replace("\n", "\r\n")).privateKey()).isEqualTo(KeyFixtures.RSA);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesTextWithoutLineBreaks(String pem) {
        assertThat(contract(pem.replace("\n", "")).privateKey()).isEqualTo(KeyFixtures.RSA);
        assertThat(contract(pem.replace("\n", " ")).privateKey()).isEqualTo(KeyFixtures.RSA);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesSurroundingWhiteSpaceAndByteOrderMark(String pem) {
        assertThat(contract(" \t\r\n" + pem.replace("\n", " \n\t") + "\n\n  ").privateKey())
                .isEqualTo(KeyFixtures.RSA);
        assertThat(contract("\uFEFF" + pem).privateKey()).isEqualTo(KeyFixtures.RSA);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void p5_takesTextBeforeTheBeginLine(String pem) {
        String attributes =
                "Bag Attributes\n    friendlyName: C:\\new\n    localKeyID: 01 02\nKey Attributes: <none>\n";
        assertThat(contract(attributes + pem).privateKey()).isEqualTo(KeyFixtures.RSA);
        assertThat(contract((attributes + pem).replace("\n", "\r\n")).privateKey())
                .isEqualTo(KeyFixtures.RSA);
        assertThat(contract("# the contract's private key\n\n" + pem).privateKey())
                .isEqualTo(KeyFixtures.RSA);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void p6_takesLineBreaksThatAreWrittenAsBackslashAndN(String pem) {
        String file = pem.endsWith("\n") ? pem : pem + "\n";
        assertThat(contract(file.replace("\n", "\\n")).privateKey()).isEqualTo(KeyFixtures.RSA);
        assertThat(contract(file.replace("\n", "\\n") + "\n").privateKey()).isEqualTo(KeyFixtures.RSA);
        assertThat(contract(file.replace("\n", "\\r\\n")).privateKey()).isEqualTo(KeyFixtures.RSA);
        assertThat(contract("# key\\n" + file.replace("\n", "\\n")).privateKey())
                .isEqualTo(KeyFixtures.RSA);
    }

    @Test
    void looksInsideWhenTheLabelIsThatOfTheOtherFormat() {
        assertThat(contract(KeyFixtures.pem("PRIVATE KEY", KeyFixtures.pkcs1())).privateKey())
                .isEqualTo(KeyFixtures.RSA);
        assertThat(contract(KeyFixtures.pem("RSA PRIVATE KEY", KeyFixtures.pkcs8()))
                        .privateKey())
                .isEqualTo(KeyFixtures.RSA);
    }

    @Test
    void takesAnRsaKeyObject() {
        assertThat(contract(KeyFixtures.RSA).privateKey()).isSameAs(KeyFixtures.RSA);
    }

    @Test
    void takesAKeyInHardwareWhoseModulusCannotBeRead() {
        PrivateKey inHardware = new PrivateKeyStub("RSA");
        assertThat(contract(inHardware).privateKey()).isSameAs(inHardware);
    }

    @Test
    void rejectsAKeyObjectThatIsNotRsa() {
        assertThatThrownBy(() -> contract(KeyFixtures.EC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("privateKey")
                .hasMessageContaining("EC")
                .satisfies(KeyFixtures::assertShowsNoPartOfTheKey);
    }

    @Test
    void rejectsAKeyObjectThatIsTooShort() {
        assertThatThrownBy(() -> contract(KeyFixtures.SHORT_RSA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1024 bits")
                .satisfies(KeyFixtures::assertShowsNoPartOfTheKey);
    }

    @Test
    void rejectsAKeyGivenBothWays() {
        ContractDetails.Builder both = ContractDetails.builder()
                .contractId("contract")
                .privateKey(KeyFixtures.pkcs1Pem())
                .privateKey(KeyFixtures.RSA);
        assertThatThrownBy(both::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("privateKey is set both as PEM and as an object: set only one");
    }

    @Test
    void saysWhichPartIsMissing() {
        assertThatThrownBy(
                        () -> ContractDetails.builder().contractId("contract").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("privateKey is missing");
        assertThatThrownBy(() ->
                        ContractDetails.builder().privateKey(KeyFixtures.RSA).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("contractId is missing");
    }

    @Test
    void rejectsNullInTheSetter() {
        ContractDetails.Builder builder = ContractDetails.builder();
        assertThatThrownBy(() -> builder.contractId(null)).hasMessage("contractId");
        assertThatThrownBy(() -> builder.privateKey((String) null)).hasMessage("privateKey");
        assertThatThrownBy(() -> builder.privateKey((PrivateKey) null)).hasMessage("privateKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "contract\n"})
    void rejectsAContractIdThatIsBlankOrHasWhiteSpaceAroundIt(String contractId) {
        assertThatThrownBy(() -> ContractDetails.builder()
                        .contractId(contractId)
                        .privateKey(KeyFixtures.RSA)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("contractId")
                .hasMessageContaining("\"" + contractId.replace('\n', ' ') + "\"");
    }

    @Test
    void doesNotPrintTheKey() {
        assertThat(contract(KeyFixtures.pkcs1Pem()))
                .hasToString("ContractDetails{contractId=contract, privateKey=***}");
    }

    @Test
    void isAValue() {
        assertThat(contract(KeyFixtures.pkcs1Pem()))
                .isEqualTo(contract(KeyFixtures.pkcs8Pem()))
                .hasSameHashCodeAs(contract(KeyFixtures.pkcs8Pem()));
    }

    private static ContractDetails contract(String pem) {
        return ContractDetails.builder().contractId("contract").privateKey(pem).build();
    }

    private static ContractDetails contract(PrivateKey key) {
        return ContractDetails.builder().contractId("contract").privateKey(key).build();
    }

    private record PrivateKeyStub(String algorithm) implements PrivateKey {
        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}
