package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.User;

/** The account that a request names in a header; the path has {@code h:accountId} literally. */
final class Accounts {
    private static final String HEADER = "accountId";

    /** The header. */
    static final ObjectShape HEADERS = ObjectShape.object().required(HEADER, Shape.text());

    private Accounts() {}

    /** The id of the account, which must be one of the user's. */
    static String named(Call call, User user) {
        String id = call.headers().text(HEADER);
        if (user.library().account(id) == null) {
            throw ApiErrors.notFound(Rule.ACCOUNT, "the user has no account of that id");
        }
        return id;
    }
}
