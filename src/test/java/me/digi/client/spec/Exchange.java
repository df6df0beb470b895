package me.digi.client.spec;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/** One request as it was sent, and its response as it came. */
public record Exchange(
        String method,
        HttpUrl url,
        Headers requestHeaders,
        ByteString requestBody,
        int status,
        Headers responseHeaders,
        ByteString responseBody) {}
