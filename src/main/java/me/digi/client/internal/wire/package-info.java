/**
 * Not API: the wire layer. Retrofit interfaces and models are generated from {@code api-spec/digime.yaml}; the classes
 * here support the generated adapters.
 */
@NullMarked
package me.digi.client.internal.wire;

import org.jspecify.annotations.NullMarked;
