/** For tests of the transport: a network with bad weather. No part of the published test kit. */
@NullMarked
package dev.odinbot.testing.network;

import org.jspecify.annotations.NullMarked;
