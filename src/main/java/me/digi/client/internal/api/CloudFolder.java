package me.digi.client.internal.api;

import me.digi.client.internal.crypto.EncryptingContent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.Caller;

/**
 * The application's part of the cloud.
 *
 * @param calls make calls of the cloud
 * @param applicationId whose folder it is, in every storage
 * @param key decrypts what is downloaded
 * @param encryption encrypts what is uploaded
 */
record CloudFolder(Caller calls, String applicationId, FileKey key, EncryptingContent encryption) {}
