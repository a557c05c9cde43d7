package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy.Way;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a data channel does on a good day, whoever is at the other end. */
@ParameterizedClass
@MethodSource("pairings")
class InteropTest {

    @Parameter
    Ends ends;

    /** JUnit closes each. */
    static Stream<Ends> pairings() {
        return Ends.ofAllPairings();
    }

    @Test
    void connect_goodNetwork_opensAndBothHearItOnce() throws Exception {
        try (Line line = new Line(ends, 1).open()) {
            await().until(() -> line.offered.openings() == 1 && line.answered.openings() == 1);
            line.close();
            await().until(() -> !line.offered.closings().isEmpty());
            assertThat(line.offered.openings()).isEqualTo(1);
            assertThat(line.answered.openings()).isEqualTo(1);
        }
    }

    @Test
    void send_bothWaysAtOnce_everythingArrivesOnceAndInOrder() throws Exception {
        try (Line line = new Line(ends, 2).open();
                Speech there = Speech.over(line, Way.TO_ANSWERER);
                Speech back = Speech.over(line, Way.TO_OFFERER)) {
            await().until(() -> there.said() >= 50 && back.said() >= 50);
            there.close();
            back.close();
            for (Speech speech : new Speech[] {there, back}) {
                await().untilAsserted(() -> assertThat(speech.heard())
                        .as("%s", speech)
                        .extracting(Speech.Heard::number)
                        .containsExactlyElementsOf(
                                IntStream.range(0, speech.said()).boxed().toList()));
                assertThat(speech.garbled()).isEmpty();
            }
        }
    }

    /** From less than a word to more than several packets hold. */
    @ParameterizedTest
    @EnumSource
    void send_messagesOfAllSizes_arriveAsTheyWere(Way way) throws Exception {
        try (Line line = new Line(ends, 3).open()) {
            DataChannel mouth = line.way(way).getKey();
            Ear ear = line.way(way).getValue();
            for (int size : new int[] {1, 2, 3, 4, 160, 1_000, 1_120, 1_140, 1_160, 1_200, 1_500, 8_000}) {
                byte[] message = new byte[size];
                new Random(size).nextBytes(message);
                int before = ear.heard().size();

                assertThat(mouth.send(ByteBuffer.wrap(message))).isTrue();

                await().until(() -> ear.heard().size() == before + 1);
                assertThat(ear.heard().get(before)).isEqualTo(message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void close_byEitherSide_isHeardOnceByBothAndEndsSending(Way way) throws Exception {
        try (Line line = new Line(ends, 4).open()) {
            line.way(way).getKey().close();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !line.offered.closings().isEmpty()
                            && !line.answered.closings().isEmpty());
            assertThat(line.way(way).getValue().closings().get(0)).contains("other side");
            assertThat(line.offering.isOpen() || line.answering.isOpen()).isFalse();
            assertThat(line.offering.send(ByteBuffer.allocate(3))).isFalse();
            assertThat(line.answering.send(ByteBuffer.allocate(3))).isFalse();
            line.close();
            assertThat(line.offered.closings()).hasSize(1);
            assertThat(line.answered.closings()).hasSize(1);
        }
    }
}
