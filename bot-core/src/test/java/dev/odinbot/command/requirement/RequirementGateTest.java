package dev.odinbot.command.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.room.Peer;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.TestGate;
import dev.odinbot.testing.TwoThreads;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class RequirementGateTest {

    private static final Requirements HALF = new Requirements(
            "music:skip",
            "music.skip",
            Permission.EVERYONE,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Ballot(0.5, false, Vote.Undoes.NONE)),
            List.of(),
            true);

    private final RequirementGate gate = TestGate.open();
    private final FakeRoom room = new FakeRoom();

    /** Of three, two are needed: when one has voted and two vote at the same time, one of them decides and the other begins anew. */
    @Test
    void enter_twoLastVoicesAtOnce_runTheCommandOnce() {
        room.peer("anna");
        room.peer("bert");
        room.peer("cora");
        for (int round = 0; round < 500; round++) {
            RequirementGate fresh = TestGate.open();
            fresh.enter(HALF, HALF, attempt("", "anna"));
            Queue<String> voters = new ConcurrentLinkedQueue<>(List.of("bert", "cora"));

            int admitted = TwoThreads.sum(() -> {
                Admission admission = fresh.enter(HALF, HALF, attempt("", voters.remove()));
                return admission instanceof Admission.Admitted ? 1 : 0;
            });

            assertThat(admitted).isEqualTo(1);
        }
    }

    @Test
    void enter_votesForTwoThings_decideNeither() {
        room.peer("anna");
        room.peer("bert");
        room.peer("cora");

        assertThat(gate.enter(HALF, HALF, attempt("one", "anna"))).isEqualTo(new Admission.Voted(1, 2, false));
        assertThat(gate.enter(HALF, HALF, attempt("two", "bert"))).isEqualTo(new Admission.Voted(1, 2, false));
        assertThat(gate.enter(HALF, HALF, attempt("one", "cora"))).isInstanceOf(Admission.Admitted.class);
    }

    private RequirementGate.Attempt attempt(String arguments, String name) {
        return new RequirementGate.Attempt(arguments, OptionalInt.empty(), room, peer(name), room.player());
    }

    private Peer peer(String name) {
        return room.peers().stream()
                .filter(peer -> peer.displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
