package dev.odinbot.odin.transport.sdp;

import org.jspecify.annotations.Nullable;

/** A section of sound or video, which we always refuse: an answer must name it in its place (RFC 3264, 6). */
public record OtherMedia(
        String media,
        String protocol,
        String format,
        @Nullable String mid) {

    String rejected() {
        String section = "m=" + media + " 0 " + protocol + " " + format + "\r\nc=IN IP4 0.0.0.0\r\na=inactive\r\n";
        return mid == null ? section : section + "a=mid:" + mid + "\r\n";
    }
}
