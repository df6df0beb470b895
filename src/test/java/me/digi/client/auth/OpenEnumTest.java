package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import me.digi.client.error.ErrorCode;
import me.digi.client.read.AccountType;
import org.junit.jupiter.api.Test;

class OpenEnumTest {
    @Test
    void aKnownValueEqualsItsConstant() {
        assertThat(new DataType("gp-data")).isEqualTo(DataType.GP_DATA);
        assertThat(new OrganizationType("hospital")).isEqualTo(OrganizationType.HOSPITAL);
        assertThat(new SourceType("push")).isEqualTo(SourceType.PUSH);
        assertThat(new RefusalCode("USER_CANCEL")).isEqualTo(RefusalCode.USER_CANCEL);
        assertThat(new AccountType("BANK")).isEqualTo(AccountType.BANK);
        assertThat(new ErrorCode("InvalidToken")).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void anUnknownValueSurvives() {
        assertThat(new DataType("dreams").value()).isEqualTo("dreams");
        assertThat(new OrganizationType("circus").value()).isEqualTo("circus");
        assertThat(new AccountType("ORBIT").value()).isEqualTo("ORBIT");
        assertThat(new ErrorCode("").value()).isEmpty();
    }

    @Test
    void printsAsTheServiceSpellsItOnOneLine() {
        assertThat(DataType.GP_DATA).hasToString("gp-data");
        assertThat(SourceType.PULL).hasToString("pull");
        assertThat(new RefusalCode("A\nfake: line")).hasToString("A fake: line");
        assertThat(new ErrorCode("A\r\nfake: line")).hasToString("A  fake: line");
    }

    @Test
    void rejectsABlankValue() {
        assertThatThrownBy(() -> new DataType(" ")).hasMessage("value must not be blank: \" \"");
        assertThatThrownBy(() -> new RefusalCode("")).hasMessage("value must not be blank");
        assertThatThrownBy(() -> SampleData.of("")).hasMessage("dataSet must not be blank: \"\"");
    }

    @Test
    void aSourcesScopeAcceptsNewValues() {
        SourcesScope scope = SourcesScope.builder()
                .addDataTypes(DataType.VACCINATIONS, new DataType("dreams"))
                .organizationType(new OrganizationType("circus"))
                .build();
        assertThat(scope.dataTypes()).containsExactly(DataType.VACCINATIONS, new DataType("dreams"));
    }
}
