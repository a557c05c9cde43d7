package dev.odinbot.odin.transport;

import com.google.common.net.InetAddresses;
import dev.odinbot.odin.transport.ice.IceCandidate;
import dev.odinbot.odin.transport.sdp.Candidate;
import java.net.InetSocketAddress;
import java.util.List;

/** Which of the other side's candidates are tried. */
final class RemoteCandidates {

    private RemoteCandidates() {}

    /** Names are left out: who answers us has an address, and asking a name server could take long. */
    static List<IceCandidate> reachable(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.isUdp() && InetAddresses.isInetAddress(candidate.host()))
                .map(candidate -> new IceCandidate(
                        new InetSocketAddress(InetAddresses.forString(candidate.host()), candidate.port()),
                        candidate.priority(),
                        candidate.foundation()))
                .toList();
    }
}
