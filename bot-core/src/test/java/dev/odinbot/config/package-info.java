/** Tests of {@link dev.odinbot.config}. */
package dev.odinbot.config;
