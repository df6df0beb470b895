package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.io.Json;
import me.digi.client.read.Criteria;
import me.digi.client.read.CriteriaAccount;
import me.digi.client.read.CriteriaMetadata;
import me.digi.client.read.Last;
import me.digi.client.read.Scope;
import me.digi.client.read.ServiceGroup;
import me.digi.client.read.ServiceType;
import me.digi.client.read.SessionOptions;
import me.digi.client.read.TimeRange;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The session options in authorization requests. */
class SessionOptionsTest {
    private static final Instant FROM = Instant.ofEpochSecond(1_600_000_000);
    private static final Instant TO = Instant.ofEpochSecond(1_700_000_000);

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private String sent(SessionOptions options) {
        local.digiMe
                .authorize(local.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .sessionOptions(options)
                .start();
        return local.last(Operation.AUTHORIZE).body();
    }

    private static void assertSame(String sent, String expected) {
        assertThat(Json.parse(sent)).isEqualTo(Json.parse(expected.replace('\'', '"')));
    }

    @Test
    void everythingThatCanBeSetIsSent() {
        CriteriaMetadata metadata = CriteriaMetadata.builder()
                .addAppIds("app")
                .addAccounts(new CriteriaAccount("account", "name"), CriteriaAccount.of("other"))
                .addContractIds("contract")
                .addMimeTypes("text/plain")
                .addReferences("reference")
                .addTags("tag", "tag2")
                .build();
        Scope scope = Scope.builder()
                .addTimeRanges(
                        TimeRange.between(FROM, TO),
                        TimeRange.since(FROM),
                        TimeRange.until(TO),
                        TimeRange.last(Last.months(6)))
                .addServiceGroups(ServiceGroup.of(1, ServiceType.of(2, 3, 4), ServiceType.of(5)))
                .addCriteria(new Criteria(FROM, Last.days(3), metadata))
                .build();
        SessionOptions options = SessionOptions.builder()
                .sourceFetchLimit(Duration.ofMinutes(2))
                .scope(scope)
                .sourceFetch(true)
                .addSourceFetchFilter("account-1", "account-2")
                .build();
        assertSame(sent(options), """
                {'actions':{'pull':{
                  'limits':{'duration':{'sourceFetch':120}},
                  'scope':{
                    'timeRanges':[{'from':1600000000,'to':1700000000},{'from':1600000000},{'to':1700000000},{'last':'6m'}],
                    'serviceGroups':[{'id':1,'serviceTypes':[
                      {'id':2,'serviceObjectTypes':[{'id':3},{'id':4}]},{'id':5,'serviceObjectTypes':[]}]}],
                    'criteria':[{'from':1600000000,'last':'3d','metadata':{
                      'appId':['app'],
                      'accounts':[{'accountId':'account','username':'name'},{'accountId':'other'}],
                      'contractId':['contract'],'mimeType':['text/plain'],'reference':['reference'],
                      'tags':['tag','tag2']}}]},
                  'sourceFetch':true,
                  'sourceFetchFilter':{'account':{'id':['account-1','account-2']}}}}}""");
    }

    @Test
    void unsetOptionsAreOmitted() {
        assertSame(sent(SessionOptions.builder().build()), "{'actions':{'pull':{}}}");
        assertSame(
                sent(SessionOptions.builder().scope(Scope.builder().build()).build()),
                "{'actions':{'pull':{'scope':{}}}}");
        assertSame(
                sent(SessionOptions.builder().sourceFetch(false).build()),
                "{'actions':{'pull':{'sourceFetch':false}}}");
    }

    @Test
    void aScopeBeyondTheContractIsAnErrorWithTheServicesCode() {
        SessionOptions options = SessionOptions.builder()
                .scope(Scope.builder()
                        .addServiceGroups(ServiceGroup.of(999, ServiceType.of(1, 1)))
                        .build())
                .build();
        assertThatThrownBy(() -> sent(options))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SCOPE_OUT_OF_BOUNDS));
    }
}
