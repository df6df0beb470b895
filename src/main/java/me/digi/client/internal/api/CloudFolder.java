package me.digi.client.internal.api;

import me.digi.client.internal.crypto.EncryptingContent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.Caller;

/**
 * The application's folder, which exists in every storage.
 *
 * @param calls send cloud requests
 * @param key decrypts downloads
 * @param encryption encrypts uploads
 */
record CloudFolder(Caller calls, String applicationId, FileKey key, EncryptingContent encryption) {}
