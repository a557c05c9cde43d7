package dev.odinbot.odin.transport.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.ice.Standing.Claim;
import dev.odinbot.odin.transport.stun.StunKey;
import dev.odinbot.odin.transport.stun.StunMessage;
import dev.odinbot.odin.transport.stun.StunWriter;
import dev.odinbot.odin.transport.stun.TransactionId;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    /** RFC 8445, section 7.3.1.1: the larger number, which has no sign, controls. */
    @ParameterizedTest
    @CsvSource({
        "CONTROLLING, CONTROLLING, 5, 4, REFUSED",
        "CONTROLLING, CONTROLLING, 5, 5, REFUSED",
        "CONTROLLING, CONTROLLING, 5, 6, YIELDED",
        "CONTROLLING, CONTROLLING, 5, -1, YIELDED",
        "CONTROLLING, CONTROLLED, 5, 6, FINE",
        "CONTROLLED, CONTROLLED, 5, 4, YIELDED",
        "CONTROLLED, CONTROLLED, 5, 5, YIELDED",
        "CONTROLLED, CONTROLLED, 5, 6, REFUSED",
        "CONTROLLED, CONTROLLED, 5, -1, REFUSED",
        "CONTROLLED, CONTROLLING, 5, 6, FINE",
    })
    void conflict_isDecidedByTheLargerNumber(IceRole ours, IceRole theirs, long number, long other, Claim claim) {
        Standing standing = new Standing(ours, () -> number);
        StunWriter writer = new StunWriter();
        writer.request(new TransactionId(1, 2));
        StunWriter request = theirs == IceRole.CONTROLLING ? writer.controlling(other) : writer.controlled(other);
        int length = request.seal(StunKey.of("password"));
        StunMessage message = new StunMessage();
        assertThat(message.read(ByteBuffer.wrap(writer.bytes(), 0, length))).isTrue();

        assertThat(standing.judge(message)).isEqualTo(claim);
        assertThat(standing.role() == ours).isEqualTo(claim != Claim.YIELDED);
    }
}
