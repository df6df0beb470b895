package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Authentication;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;

/**
 * Checks the description of a pushed file: a JWT in a header, signed by the contract, with the claim {@code metadata}.
 */
final class FileDescriptor {
    static final String HEADER = "FileDescriptor";

    private static final ObjectShape CLAIMS = ObjectShape.object()
            .required(
                    "metadata",
                    ObjectShape.object()
                            .required("mimeType", Shape.text())
                            .required(
                                    "accounts",
                                    Shape.arrayOf(ObjectShape.object().required("accountId", Shape.text())))
                            .optional("reference", Shape.arrayOf(Shape.text()))
                            .optional("tags", Shape.arrayOf(Shape.text())));

    private FileDescriptor() {}

    /** Returns the metadata, after checking header, claims and signature. */
    static JsonView check(Call call) {
        try {
            UnverifiedJwt jwt = UnverifiedJwt.parse(call.headers().text(HEADER));
            Authentication.JWT_HEADER.check("header", jwt.header());
            CLAIMS.check("claims", jwt.claims().members());
            if (!jwt.isSignedBy(call.contract().keys().getPublic())) {
                throw ApiErrors.badSignature(Rule.FILE_DESCRIPTOR);
            }
            return jwt.claims().object("metadata");
        } catch (ShapeException e) {
            throw ApiErrors.malformed(Rule.FILE_DESCRIPTOR, HEADER + ": " + e.getMessage(), HEADER + ": " + e.came());
        }
    }
}
