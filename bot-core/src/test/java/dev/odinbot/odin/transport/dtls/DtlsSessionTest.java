package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.odin.transport.dtls.TestNetwork.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtlsSessionTest {

    private static final String WRONG = "closed: the peer's certificate is not the one it announced";

    private final DtlsHandshakes handshakes = new DtlsHandshakes(new HandshakeTerms(50, 10_000, 1200), 8, 8);
    private final TestNetwork network = new TestNetwork();
    private final TestPeer client = TestPeer.client(handshakes);
    private final TestPeer server = TestPeer.server(handshakes);

    @AfterEach
    void end() {
        handshakes.close();
        network.close();
    }

    private void connect(Weather weather) {
        network.connect(client, server, weather, weather);
        connect();
    }

    private void connect() {
        server.start();
        client.start();
        await().pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(client.isConnected() && server.isConnected())
                        .as("%s %s", client.heard(), server.heard())
                        .isTrue());
    }

    @Test
    void sessions_bothOurs_connectAndTalk() {
        connect(List::of);
        client.say("hello");
        server.say("welcome");

        await().untilAsserted(() -> assertThat(server.heard()).containsExactly("connected", "data: hello"));
        await().untilAsserted(() -> assertThat(client.heard()).containsExactly("connected", "data: welcome"));
        assertThat(client.counts()).hasToString("0 malformed, 0 untimely, 0 replayed, 0 forged");
        await().untilAsserted(() -> assertThat(handshakes.running()).isZero());
    }

    @Test
    void connected_layerAboveFails_closesInsteadOfStayingHalfMade() {
        server.failWhenConnected = true;
        network.connect(client, server, List::of, List::of);
        server.start();
        client.start();

        await().untilAsserted(() ->
                assertThat(server.heard()).anyMatch(what -> what.startsWith("closed: the DTLS handshake")));
        assertThat(server.isConnected()).isFalse();
    }

    @Test
    void flights_areFewDatagramsAndNoneIsTooLong() {
        DtlsHandshakes patient = new DtlsHandshakes(new HandshakeTerms(9_000, 10_000, 1200), 2, 2);
        TestPeer calmClient = TestPeer.client(patient);
        TestPeer calmServer = TestPeer.server(patient);
        network.connect(calmClient, calmServer);
        calmServer.start();
        calmClient.start();

        await().until(() -> calmClient.isConnected() && calmServer.isConnected());
        assertThat(calmClient.sent()).hasSize(3).allMatch(datagram -> datagram.length <= 1200);
        assertThat(calmServer.sent()).hasSize(3).allMatch(datagram -> datagram.length <= 1200);
        patient.close();
    }

    @Test
    void smallDatagrams_handshakeIsCutToThem() {
        DtlsHandshakes cutting = new DtlsHandshakes(new HandshakeTerms(50, 10_000, 150), 2, 2);
        TestPeer cutClient = TestPeer.client(cutting);
        TestPeer cutServer = TestPeer.server(cutting);
        network.connect(cutClient, cutServer);
        cutServer.start();
        cutClient.start();

        await().until(() -> cutClient.isConnected() && cutServer.isConnected());
        assertThat(cutClient.sent()).hasSizeGreaterThan(5).allMatch(datagram -> datagram.length <= 150);
        cutting.close();
    }

    @ParameterizedTest
    @EnumSource
    void peer_withAnotherCertificateThanAnnounced_isRefusedAndTold(DtlsRole misled) {
        Fingerprint stranger = DtlsIdentity.create(TestPeer.NOW).fingerprint();
        TestPeer oneClient = misled == DtlsRole.CLIENT
                ? new TestPeer(DtlsRole.CLIENT, TestPeer.CLIENT, stranger, handshakes)
                : client;
        TestPeer oneServer = misled == DtlsRole.SERVER
                ? new TestPeer(DtlsRole.SERVER, TestPeer.SERVER, stranger, handshakes)
                : server;
        network.connect(oneClient, oneServer);
        oneServer.start();
        oneClient.start();

        TestPeer refusing = misled == DtlsRole.CLIENT ? oneClient : oneServer;
        TestPeer refused = misled == DtlsRole.CLIENT ? oneServer : oneClient;
        await().untilAsserted(() -> assertThat(refusing.heard()).containsExactly(WRONG));
        await().untilAsserted(() -> assertThat(refused.heard())
                .containsExactly("closed: the other side refused the DTLS handshake: bad_certificate"));
        refusing.say("nothing");
        assertThat(refusing.isConnected()).isFalse();
        await().untilAsserted(() -> assertThat(handshakes.running()).isZero());
    }

    @Test
    void lastFlight_lost_isSentAgainAsItWas() {
        AtomicBoolean lost = new AtomicBoolean();
        client.wire(network.carry(List::of, server::receive));
        server.wire(network.carry(
                datagram -> datagram[0] == RecordReader.CHANGE_CIPHER_SPEC && lost.compareAndSet(false, true)
                        ? List.of()
                        : List.of(datagram),
                client::receive));
        connect();

        List<byte[]> last = server.sent().stream()
                .filter(datagram -> datagram[0] == RecordReader.CHANGE_CIPHER_SPEC)
                .toList();
        assertThat(last)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(one -> assertThat(one).isEqualTo(last.get(0)));
        client.say("at last");
        await().untilAsserted(() -> assertThat(server.heard()).containsExactly("connected", "data: at last"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void certificateVerify_lostOrBehindTheChange_comesAgain(boolean lost) {
        AtomicBoolean done = new AtomicBoolean();
        client.wire(network.carry(
                datagram -> {
                    List<byte[]> records = new ArrayList<>(records(datagram));
                    int verify = indexOfCertificateVerify(records);
                    if (verify >= 0 && done.compareAndSet(false, true)) {
                        byte[] held = records.remove(verify);
                        assertThat(records.get(verify)[0]).isEqualTo((byte) RecordReader.CHANGE_CIPHER_SPEC);
                        if (!lost) {
                            records.add(verify + 1, held);
                        }
                    }
                    return records;
                },
                server::receive));
        server.wire(network.carry(DtlsSessionTest::records, client::receive));
        connect();

        assertThat(done).isTrue();
        client.say("at last");
        await().untilAsserted(() -> assertThat(server.heard()).containsExactly("connected", "data: at last"));
    }

    private static int indexOfCertificateVerify(List<byte[]> records) {
        for (int i = 0; i < records.size(); i++) {
            byte[] one = records.get(i);
            if (one[0] == RecordReader.HANDSHAKE && one[4] == 0 && one[13] == 15) {
                return i;
            }
        }
        return -1;
    }

    private static List<byte[]> records(byte[] datagram) {
        List<byte[]> records = new ArrayList<>();
        RecordReader reader = new RecordReader();
        reader.read(datagram, 0, datagram.length);
        while (reader.next()) {
            records.add(reader.copy());
        }
        return records;
    }

    @Test
    void lastFlight_afterThePeersFirstData_isSentNoMore() {
        List<byte[]> finished = new ArrayList<>();
        client.wire(network.carry(
                datagram -> {
                    finished.add(datagram);
                    return List.of(datagram);
                },
                server::receive));
        server.wire(network.carry(List::of, client::receive));
        connect();
        client.say("here");
        await().untilAsserted(() -> assertThat(server.heard()).contains("data: here"));
        int sent = server.sent().size();

        finished.forEach(server::receive);

        assertThat(server.sent()).hasSize(sent);
    }

    @Test
    void data_thatOvertakesTheLastFlight_isKeptUntilConnected() {
        List<byte[]> held = new ArrayList<>();
        List<byte[]> overtaking = new ArrayList<>();
        client.wire(network.carry(List::of, server::receive));
        server.wire(network.carry(
                datagram -> {
                    if (datagram[0] == RecordReader.CHANGE_CIPHER_SPEC && overtaking.size() < 3) {
                        held.add(datagram);
                        return List.of();
                    }
                    if (datagram[0] == RecordReader.APPLICATION_DATA) {
                        overtaking.add(datagram);
                    }
                    return overtaking.size() == 3 ? List.of(datagram, held.get(0)) : List.of(datagram);
                },
                client::receive));
        server.start();
        client.start();
        await().until(server::isConnected);
        server.say("one");
        server.say("two");
        server.say("three");

        await().untilAsserted(() ->
                assertThat(client.heard()).containsExactly("connected", "data: one", "data: two", "data: three"));
    }

    @Test
    void record_receivedAgain_isDropped() {
        connect(List::of);
        client.say("once");
        await().untilAsserted(() -> assertThat(server.heard()).contains("data: once"));
        byte[] record = client.sent().get(client.sent().size() - 1);

        server.receive(record);
        server.receive(record);

        assertThat(server.heard()).containsExactly("connected", "data: once");
        assertThat(server.counts().replayed).isEqualTo(2);
    }

    @Test
    void record_withAnyBitChanged_isDroppedAndTheRightOneStillTaken() {
        AtomicBoolean connected = new AtomicBoolean();
        connect(datagram -> connected.get() ? List.of() : List.of(datagram));
        connected.set(true);
        client.say("unharmed");
        byte[] record = client.sent().get(client.sent().size() - 1);
        await().until(() -> !server.heard().isEmpty());

        for (int bit = 0; bit < record.length * 8; bit++) {
            byte[] damaged = record.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            server.receive(damaged);
            assertThat(server.heard()).as("bit %d", bit).containsExactly("connected");
        }
        server.receive(record);

        assertThat(server.heard()).containsExactly("connected", "data: unharmed");
        RecordCounts counts = server.counts();
        assertThat(counts.malformed + counts.untimely + counts.forged).isGreaterThanOrEqualTo(record.length * 8L);
    }

    @Test
    void records_severalInADatagram_areAllTakenUpToTheFirstThatIsNone() {
        AtomicBoolean connected = new AtomicBoolean();
        connect(datagram -> connected.get() ? List.of() : List.of(datagram));
        connected.set(true);
        client.say("one");
        client.say("two");
        List<byte[]> sent = client.sent();
        byte[] one = sent.get(sent.size() - 2);
        byte[] two = sent.get(sent.size() - 1);
        byte[] plainAlert = {21, (byte) 254, (byte) 253, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, 2, 40};
        byte[] datagram = new byte[one.length + plainAlert.length + two.length + 3];
        System.arraycopy(one, 0, datagram, 0, one.length);
        System.arraycopy(plainAlert, 0, datagram, one.length, plainAlert.length);
        System.arraycopy(two, 0, datagram, one.length + plainAlert.length, two.length);
        await().until(() -> !server.heard().isEmpty());
        // A slow handshake has repeated a flight: those records count as untimely too.
        long malformed = server.counts().malformed;
        long untimely = server.counts().untimely;

        server.receive(datagram);

        assertThat(server.heard()).containsExactly("connected", "data: one", "data: two");
        assertThat(server.counts().malformed - malformed).isEqualTo(1);
        assertThat(server.counts().untimely - untimely).isEqualTo(1);
        assertThat(server.counts()).asString().endsWith("0 replayed, 0 forged");
    }

    @ParameterizedTest
    @EnumSource
    void close_tellsTheOtherSideOnce(DtlsRole role) {
        connect(List::of);
        TestPeer closing = role == DtlsRole.CLIENT ? client : server;
        TestPeer other = role == DtlsRole.CLIENT ? server : client;

        closing.close();
        closing.close();
        closing.say("too late");

        await().untilAsserted(() ->
                assertThat(other.heard()).containsExactly("connected", "closed: closed by the other side"));
        assertThat(closing.heard()).containsExactly("connected");
        assertThat(closing.isConnected()).isFalse();
    }

    @Test
    void close_duringAHandshake_endsItsThreadAtOnceAndSaysNothing() {
        client.start();
        await().until(() -> handshakes.running() == 1 && !client.sent().isEmpty());
        int sent = client.sent().size();

        client.close();

        await().until(() -> handshakes.running() == 0);
        assertThat(client.heard()).isEmpty();
        assertThat(client.sent().size()).isBetween(sent, sent + 1);
    }

    @Test
    void handshake_withoutAnAnswer_endsInTimeAndFreesItsThread() {
        DtlsHandshakes brief = new DtlsHandshakes(new HandshakeTerms(20, 300, 1200), 2, 2);
        TestPeer alone = TestPeer.client(brief);

        alone.start();

        await().untilAsserted(() ->
                assertThat(alone.heard()).containsExactly("closed: the DTLS handshake took longer than 0.3 s"));
        await().until(() -> brief.running() == 0);
        assertThat(alone.sent()).as("its hello was sent again").hasSizeGreaterThan(2);
        brief.close();
    }

    @Test
    void start_moreThanMayWait_isRefused() {
        DtlsHandshakes narrow = new DtlsHandshakes(new HandshakeTerms(50, 10_000, 1200), 1, 1);
        TestPeer running = TestPeer.client(narrow);
        TestPeer waiting = TestPeer.client(narrow);
        TestPeer refused = TestPeer.client(narrow);

        running.start();
        waiting.start();
        refused.start();
        assertThat(refused.heard()).containsExactly("closed: too many DTLS handshakes at once");

        waiting.close();
        TestPeer next = TestPeer.client(narrow);
        next.start();
        assertThat(next.heard()).as("there is room again").isEmpty();
        narrow.close();
    }

    @Test
    void start_afterTheHandshakesHaveEnded_saysSo() {
        handshakes.close();
        client.start();

        assertThat(client.heard()).containsExactly("closed: DTLS handshakes have ended here");
    }

    @Test
    void start_behindPeersThatAreSilent_waitsForThemOnlyShortly() {
        DtlsHandshakes narrow = new DtlsHandshakes(new HandshakeTerms(200, 20_000, 1200), 2, 8);
        List<TestPeer> stalled = List.of(TestPeer.client(narrow), TestPeer.client(narrow));
        stalled.forEach(TestPeer::start);
        TestPeer patient = TestPeer.client(narrow);
        network.connect(patient, server);
        server.start();
        patient.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> patient.isConnected() && server.isConnected());
        assertThat(stalled)
                .extracting(TestPeer::heard)
                .contains(List.of("closed: the DTLS handshake failed: the other side is silent, and others wait"));
        narrow.close();
    }

    @Test
    void error_duringAHandshake_closesTheSession() {
        client.wire(datagram -> {
            throw new StackOverflowError("as if");
        });
        client.start();

        await().untilAsserted(() ->
                assertThat(client.heard()).containsExactly("closed: the DTLS handshake failed in an unforeseen way"));
        await().until(() -> handshakes.running() == 0);
    }

    @Test
    void handshakes_closed_endWhatRuns() {
        client.start();
        await().until(() -> !client.sent().isEmpty());

        handshakes.close();

        await().untilAsserted(() ->
                assertThat(client.heard()).containsExactly("closed: the DTLS handshake failed: Handshakes have ended"));
    }

    @Test
    void datagram_beforeTheStartOrTooLong_isDropped() {
        server.receive(new byte[] {22, (byte) 254, (byte) 253, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1});
        server.receive(new byte[3000]);

        assertThat(server.counts()).hasToString("1 malformed, 1 untimely, 0 replayed, 0 forged");
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void seal_anOffset_writesOnlyThere() {
        connect(List::of);
        byte[] record = new byte[200];
        Arrays.fill(record, (byte) 7);

        assertThat(client.session.seal("xhellox".getBytes(), 1, 5, record, 50))
                .isEqualTo(5 + DtlsSession.OVERHEAD_BYTES);

        for (int i = 0; i < record.length; i++) {
            if (i < 50 || i >= 50 + 5 + DtlsSession.OVERHEAD_BYTES) {
                assertThat(record[i]).as("byte %d", i).isEqualTo((byte) 7);
            }
        }
        server.receive(Arrays.copyOfRange(record, 50, 50 + 5 + DtlsSession.OVERHEAD_BYTES));
        await().untilAsserted(() -> assertThat(server.heard()).containsExactly("connected", "data: hello"));
    }
}
