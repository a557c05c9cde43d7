/**
 * Session descriptions of one data channel (RFC 8866, 8841, 8839): read from other people's text with each part checked
 * against its grammar, and written anew. Values only, any thread. Imports nothing of ours.
 */
@NullMarked
package dev.odinbot.odin.transport.sdp;

import org.jspecify.annotations.NullMarked;
