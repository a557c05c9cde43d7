package dev.odinbot.testing.webrtc;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the library's callbacks on. The library never lets go of its observers, so this holds a single reference, which
 * is dropped when the connection ends. Nothing may be thrown into native code.
 */
final class WebRtcObserver implements PeerConnectionObserver, RTCDataChannelObserver {

    private static final Logger LOG = LoggerFactory.getLogger(WebRtcObserver.class);

    private volatile @Nullable Target target;

    /** Called on a thread of the library. */
    interface Target {
        void candidate(String candidate);

        void gathered();

        void connectionState(RTCPeerConnectionState state);

        void channelState();

        void received(RTCDataChannelBuffer buffer);
    }

    void attach(Target newTarget) {
        target = newTarget;
    }

    void detach() {
        target = null;
    }

    private void tell(Consumer<Target> event) {
        Target current = target;
        if (current == null) {
            return;
        }
        try {
            event.accept(current);
        } catch (Throwable e) {
            LOG.error("A data channel's listener failed", e);
        }
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        tell(to -> to.candidate(candidate.sdp));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            tell(Target::gathered);
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        tell(to -> to.connectionState(state));
    }

    @Override
    public void onStateChange() {
        tell(Target::channelState);
    }

    @Override
    public void onMessage(RTCDataChannelBuffer buffer) {
        tell(to -> to.received(buffer));
    }

    @Override
    public void onBufferedAmountChange(long previousAmount) {}
}
