/** The sliver of SCTP that one unreliable data channel needs, as a state machine without thread or clock. Imports nothing of ours. */
@NullMarked
package dev.odinbot.odin.transport.sctp;

import org.jspecify.annotations.NullMarked;
