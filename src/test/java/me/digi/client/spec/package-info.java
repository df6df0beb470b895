/** Validates requests and responses against {@code api-spec/digime.yaml}, with an independent validator. */
package me.digi.client.spec;
