package dev.odinbot.testing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy.Way;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpProxyTest {

    private static final Duration HELD_BACK = Duration.ofMillis(500);
    private static final int TRIES = 10;

    private final UdpProxy proxy = new UdpProxy(7);
    private DatagramSocket offerer;
    private DatagramSocket answerer;

    @BeforeEach
    void open() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        answerer = new DatagramSocket(0, loopback);
        offerer = new DatagramSocket(0, loopback);
        answerer.setSoTimeout(30_000);
        offerer.setSoTimeout(30_000);
        String answer = proxy.inFrontOf("v=0\r\na=candidate:1 1 udp 9 127.0.0.1 " + answerer.getLocalPort()
                + " typ host\r\na=candidate:2 1 udp 8 192.0.2.1 9 typ host\r\na=mid:0\r\n");
        assertThat(answer).containsOnlyOnce("a=candidate").endsWith("a=mid:0\r\n");
        int port = Integer.parseInt(answer.replaceFirst("(?s).*127\\.0\\.0\\.1 (\\d+) typ.*", "$1"));
        offerer.connect(new InetSocketAddress(loopback, port));
    }

    @AfterEach
    void close() {
        proxy.close();
        offerer.close();
        answerer.close();
    }

    @Test
    void packet_calm_passesBothWays() throws IOException {
        say(1);
        DatagramPacket heard = hear(answerer);
        answerer.send(new DatagramPacket(new byte[] {2}, 1, heard.getSocketAddress()));

        assertThat(heard.getData()[0]).isEqualTo((byte) 1);
        assertThat(hear(offerer).getData()[0]).isEqualTo((byte) 2);
        assertThat(proxy.offerer()).isEqualTo(offerer.getLocalSocketAddress());
    }

    @Test
    void packets_badWeather_areLostAndDoubledAsOftenAsAsked() throws IOException {
        proxy.weather(Way.TO_ANSWERER, Weather.CALM.losing(0.3).duplicating(0.2));
        for (int i = 0; i < 1_000; i++) {
            say(i);
            long sent = i + 1;
            if (i % 50 == 0) {
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> proxy.counts(Way.TO_ANSWERER).received() == sent);
            }
        }

        await().until(() -> proxy.counts(Way.TO_ANSWERER).received() == 1_000);
        UdpProxy.Counts counts = proxy.counts(Way.TO_ANSWERER);
        assertThat(counts.lost()).as("%s", counts).isBetween(240L, 360L);
        assertThat(counts.duplicated()).as("%s", counts).isBetween(90L, 190L);
        await().until(() -> proxy.counts(Way.TO_ANSWERER).passed() == 1_000 - counts.lost() + counts.duplicated());
    }

    @Test
    void packet_heldBack_isOvertaken() throws IOException {
        boolean overtaken = false;
        for (int i = 0; i < TRIES && !overtaken; i++) {
            sayHeldBack(1);
            proxy.weather(Weather.CALM);
            say(2);

            byte first = hear(answerer).getData()[0];
            byte second = hear(answerer).getData()[0];
            assertThat(new byte[] {first, second}).containsExactlyInAnyOrder(1, 2);
            overtaken = first == 2;
        }
        assertThat(overtaken).isTrue();
    }

    @Test
    void blackout_packetsUnderWayAndLater_areLost() throws IOException {
        boolean lost = false;
        for (int i = 0; i < TRIES && !lost; i++) {
            UdpProxy.Counts before = proxy.counts(Way.TO_ANSWERER);
            sayHeldBack(1);
            proxy.weather(Weather.BLACKOUT);
            say(2);

            await().until(() -> gone() == before.lost() + before.passed() + 2);
            lost = proxy.counts(Way.TO_ANSWERER).lost() == before.lost() + 2;
        }
        assertThat(lost).isTrue();
    }

    private long gone() {
        UdpProxy.Counts counts = proxy.counts(Way.TO_ANSWERER);
        return counts.lost() + counts.passed();
    }

    /** For half a second, in which the weather is to change: a machine that stands still so long is tried again. */
    private void sayHeldBack(int what) throws IOException {
        proxy.weather(Weather.CALM.delaying(HELD_BACK, HELD_BACK));
        long received = proxy.counts(Way.TO_ANSWERER).received();
        say(what);
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> proxy.counts(Way.TO_ANSWERER).received() == received + 1);
    }

    @Test
    void rebind_offererComesFromAnotherPort_andOnlyThatOneLeadsBack() throws IOException {
        say(1);
        DatagramPacket before = hear(answerer);
        proxy.rebind();
        say(2);
        DatagramPacket after = hear(answerer);
        answerer.send(new DatagramPacket(new byte[] {3}, 1, before.getSocketAddress()));
        answerer.send(new DatagramPacket(new byte[] {4}, 1, after.getSocketAddress()));

        assertThat(after.getPort()).isNotEqualTo(before.getPort());
        assertThat(hear(offerer).getData()[0]).isEqualTo((byte) 4);
    }

    @Test
    void inFrontOf_answerWithoutCandidate_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.inFrontOf("v=0\r\n"));
    }

    private void say(int what) throws IOException {
        offerer.send(new DatagramPacket(new byte[] {(byte) what}, 1));
    }

    private static DatagramPacket hear(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[10], 10);
        at.receive(packet);
        return packet;
    }
}
