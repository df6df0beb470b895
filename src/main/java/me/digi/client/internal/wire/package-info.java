/**
 * Not API: what goes over the wire. The Retrofit interfaces and the models are generated from {@code
 * api-spec/digime.yaml}; the few classes here are what the generated adapters stand on.
 */
@NullMarked
package me.digi.client.internal.wire;

import org.jspecify.annotations.NullMarked;
