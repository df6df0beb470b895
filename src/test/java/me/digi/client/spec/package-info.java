/** Checks what goes over the wire against {@code api-spec/digime.yaml}, by a validator that is not ours. */
package me.digi.client.spec;
