package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;

/** Lists the sample data sets of a source, which may have none. */
final class ListSampleDataSets implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.LIST_SAMPLE_DATA_SETS, "GET", "permission-access/sample/datasets/{sourceId}");
    }

    @Override
    public ApiResponse respond(Call call) {
        String id = call.path("sourceId");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ApiErrors.malformed(Rule.SOURCE, "the source id must be a whole number from 1", "the id " + id);
        }
        if (call.world().catalogue().source(Long.parseLong(id)) == null) {
            throw ApiErrors.notFound(Rule.SOURCE, "there is no source of that id");
        }
        return ApiResponse.json(
                call.world().catalogue().dataSets(Long.parseLong(id)).members());
    }
}
