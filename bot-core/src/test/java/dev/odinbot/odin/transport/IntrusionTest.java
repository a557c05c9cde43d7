package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy.Way;
import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who is not the peer: in its place, or sending from elsewhere what looks like the peer's. */
class IntrusionTest {

    private static final Pattern FINGERPRINT = Pattern.compile("(?i)(a=fingerprint:sha-256 )([0-9A-F])");
    private static final int STUN_COOKIE = 0x2112_A442;

    private static Ends ends;

    @BeforeAll
    static void open() {
        ends = Ends.of(Stack.OURS, Stack.OURS);
    }

    @AfterAll
    static void close() {
        ends.close();
    }

    @Test
    void connect_answererIsNotWhoTheAnswerSays_neverOpensAndSaysWhy() throws Exception {
        try (Line line = new Line(ends, 31)) {
            line.offering.accept(withOtherFingerprint(line.network.inFrontOf(line.answering.localDescription())));

            refused(line, line.offered);
        }
    }

    @Test
    void connect_offererIsNotWhoTheOfferSays_neverOpensAndSaysWhy() throws Exception {
        try (Line line = new Line(ends, 32, IntrusionTest::withOtherFingerprint)) {
            line.connect();

            refused(line, line.answered);
        }
    }

    private static void refused(Line line, Ear deceived) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !deceived.closings().isEmpty());
        assertThat(deceived.closings()).hasSize(1);
        assertThat(deceived.closings().get(0)).contains("certificate");
        assertThat(deceived.openings()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !line.offered.closings().isEmpty()
                        && !line.answered.closings().isEmpty());
        assertThat(line.offered.heard()).isEmpty();
        assertThat(line.answered.heard()).isEmpty();
    }

    /** Another first digit. */
    private static String withOtherFingerprint(String sdp) {
        Matcher found = FINGERPRINT.matcher(sdp);
        assertThat(found.find()).as("SHA-256 fingerprint in %s", sdp).isTrue();
        return found.replaceFirst("$1" + (found.group(2).equals("0") ? "1" : "0"));
    }

    @ParameterizedTest
    @EnumSource
    void send_fromAnElsewhere_hasNoEffectAndGetsNoAnswer(Way way) throws Exception {
        List<byte[]> overheard = Collections.synchronizedList(new ArrayList<>());
        try (Line line = new Line(ends, 33)) {
            line.network.tap(way, overheard::add);
            line.open();
            try (Speech there = Speech.over(line, Way.TO_ANSWERER);
                    Speech back = Speech.over(line, Way.TO_OFFERER);
                    DatagramSocket stranger = new DatagramSocket()) {
                await().until(() -> there.said() > 20 && back.said() > 20);
                SocketAddress target = way == Way.TO_ANSWERER ? line.network.answerer() : line.network.offerer();

                Speech victim = way == Way.TO_ANSWERER ? there : back;
                List<byte[]> forged = forged(List.copyOf(overheard), 34);
                for (int i = 0; i < forged.size(); i++) {
                    stranger.send(new DatagramPacket(forged.get(i), forged.get(i).length, target));
                    if (i % 20 == 0) { // a receive buffer holds little more
                        int before = victim.heard().size();
                        await().pollInterval(Duration.ofMillis(2))
                                .until(() -> victim.heard().size() > before);
                    }
                }

                stranger.setSoTimeout(1_000);
                assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[2_000], 2_000)))
                        .isInstanceOf(SocketTimeoutException.class);
                there.close();
                back.close();
                for (Speech speech : List.of(there, back)) {
                    await().untilAsserted(() -> assertThat(speech.heard().size())
                            .as("%s", speech)
                            .isEqualTo(speech.said() - speech.refused()));
                    assertThat(speech.heardTwice()).isZero();
                    assertThat(speech.garbled()).isEmpty();
                }
                assertThat(line.offering.isOpen() && line.answering.isOpen()).isTrue();
            }
        }
    }

    /** Noise, what was overheard but for checks, whole and spoilt, and checks without the right integrity. */
    private static List<byte[]> forged(List<byte[]> overheard, long seed) {
        Random random = new Random(seed);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(1_400)];
            random.nextBytes(noise);
            packets.add(noise);
            if (noise.length > 20) {
                byte[] likely = noise.clone();
                likely[0] = (byte) (i % 3 == 0 ? random.nextInt(4) : 20 + random.nextInt(6));
                packets.add(likely);
            }
        }
        for (byte[] packet : overheard) {
            boolean check = packet[0] < 4 && packet[0] >= 0;
            if (!check) {
                packets.add(packet);
            }
            byte[] spoilt = packet.clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 + random.nextInt(255));
            packets.add(spoilt);
            if (check) {
                packets.add(withoutIntegrity(packet));
                packets.add(withOtherIntegrity(packet));
            }
        }
        assertThat(overheard).anyMatch(packet -> packet[0] < 4).anyMatch(packet -> packet[0] >= 20);
        return packets;
    }

    private static byte[] withoutIntegrity(byte[] check) {
        return rebuilt(check, false);
    }

    private static byte[] withOtherIntegrity(byte[] check) {
        return rebuilt(check, true);
    }

    /** RFC 8489: header of 20 bytes, attributes padded to 4; MESSAGE-INTEGRITY 8, FINGERPRINT 0x8028. */
    private static byte[] rebuilt(byte[] check, boolean integrity) {
        ByteBuffer from = ByteBuffer.wrap(check);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(check, 0, 20);
        assertThat(from.getInt(4)).isEqualTo(STUN_COOKIE);
        for (int at = 20; at + 4 <= check.length; ) {
            int type = from.getShort(at) & 0xffff;
            int padded = 4 + ((from.getShort(at + 2) & 0xffff) + 3) / 4 * 4;
            if (type != 8 && type != 0x8028) {
                to.write(check, at, padded);
            }
            at += padded;
        }
        if (integrity) {
            to.writeBytes(new byte[] {0, 8, 0, 20});
            to.writeBytes("twenty wrong bytes!!".getBytes(StandardCharsets.US_ASCII));
        }
        to.writeBytes(new byte[] {(byte) 0x80, 0x28, 0, 4, 0, 0, 0, 0});
        ByteBuffer rebuilt = ByteBuffer.wrap(to.toByteArray());
        rebuilt.putShort(2, (short) (rebuilt.capacity() - 20));
        CRC32 crc = new CRC32();
        crc.update(rebuilt.array(), 0, rebuilt.capacity() - 8);
        rebuilt.putInt(rebuilt.capacity() - 4, (int) crc.getValue() ^ 0x5354_554e);
        return rebuilt.array();
    }
}
