package dev.odinbot.testing.webrtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The native library, loaded when the first connection is made. One thread. */
final class WebRtcLibrary {

    private @Nullable HeadlessAudioDeviceModule audio;
    private @Nullable PeerConnectionFactory factory;

    /**
     * @param port for a machine without a route to the world
     * @throws IllegalStateException when the library cannot be loaded; says what to install
     */
    RTCPeerConnection connect(PeerConnectionObserver observer, OptionalInt port) {
        RTCConfiguration configuration = new RTCConfiguration();
        // Sockets on the wildcard address reach loopback and the world alike; per-card ones never listen on loopback.
        configuration.portAllocatorConfig = new PortAllocatorConfig()
                .setEnableIpv6(true)
                .setDisableTcp(true)
                .setDisableAdapterEnumeration(true);
        port.ifPresent(number -> {
            configuration.portAllocatorConfig.setDisableDefaultLocalCandidate(true);
            configuration.portAllocatorConfig.minPort = number;
            configuration.portAllocatorConfig.maxPort = number;
        });
        return factory().createPeerConnection(configuration, observer);
    }

    private PeerConnectionFactory factory() {
        PeerConnectionFactory current = factory;
        if (current == null) {
            try {
                // A factory without an audio device module of ours aborts the process where there is no sound device.
                audio = new HeadlessAudioDeviceModule();
                current = new PeerConnectionFactory(audio);
            } catch (LinkageError | RuntimeException e) {
                throw new IllegalStateException(
                        "The WebRTC library cannot be loaded. On Debian: apt install libpulse0 libudev1 libx11-6"
                                + " libxfixes3 libxrandr2 libxcomposite1 libdbus-1-3",
                        e);
            }
            factory = current;
        }
        return current;
    }

    /** Every connection must have been closed. Without this the library's threads keep the process alive. */
    void dispose() {
        if (factory != null) {
            factory.dispose();
            factory = null;
        }
        if (audio != null) {
            audio.dispose();
            audio = null;
        }
    }
}
