package me.digi.client.spec;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/** A request and its response. */
public record Exchange(
        String method,
        HttpUrl url,
        Headers requestHeaders,
        ByteString requestBody,
        int status,
        Headers responseHeaders,
        ByteString responseBody) {}
