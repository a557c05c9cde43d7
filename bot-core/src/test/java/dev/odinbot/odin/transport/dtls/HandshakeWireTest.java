package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeWireTest {

    private static final int HANDSHAKE = RecordReader.HANDSHAKE;
    private static final int CERTIFICATE = 11;
    private static final int CERTIFICATE_VERIFY = 15;

    private final List<byte[]> sent = new ArrayList<>();
    private boolean othersWait;
    private final byte[] hello = message(0, 40, ClientHellos.CLIENT_HELLO, 10, 10);
    private final HandshakeWire wire = new HandshakeWire(100, hello, () -> othersWait, sent::add);

    /** A record with a message of which a fragment is in it. */
    private static byte[] message(int epoch, int number, int type, int length, int fragmentLength) {
        byte[] body = new byte[12 + fragmentLength];
        body[0] = (byte) type;
        body[1] = (byte) (length >> 16);
        body[2] = (byte) (length >> 8);
        body[3] = (byte) length;
        body[11] = (byte) fragmentLength;
        return record(HANDSHAKE, epoch, number, body);
    }

    private static byte[] record(int type, int epoch, int number, byte... body) {
        byte[] record = new byte[13 + body.length];
        record[0] = (byte) type;
        record[1] = (byte) 254;
        record[2] = (byte) 253;
        record[4] = (byte) epoch;
        record[10] = (byte) number;
        record[12] = (byte) body.length;
        System.arraycopy(body, 0, record, 13, body.length);
        return record;
    }

    private static RecordReader reader(byte[] record) {
        RecordReader reader = new RecordReader();
        reader.read(record, 0, record.length);
        assertThat(reader.next()).isTrue();
        return reader;
    }

    private boolean offer(byte[] record) {
        return wire.offer(reader(record));
    }

    private byte[] receive() throws IOException {
        byte[] buffer = new byte[wire.getReceiveLimit()];
        int length = wire.receive(buffer, 0, buffer.length, 1);
        return Arrays.copyOf(buffer, Math.max(length, 0));
    }

    @Test
    void offer_aHello_onlyTheOneThatWasAnswered() {
        byte[] other = hello.clone();
        other[other.length - 1] ^= 1;

        assertThat(offer(hello)).isTrue();
        assertThat(offer(other)).isFalse();
    }

    @Test
    void offer_aMessageThatSaysItIsHuge_isNotTaken() {
        assertThat(offer(message(0, 1, CERTIFICATE, 16 * 1024, 10))).isTrue();
        assertThat(offer(message(0, 1, CERTIFICATE, 16 * 1024 + 1, 10))).isFalse();
        byte[] second = Arrays.copyOf(message(0, 1, CERTIFICATE, 10, 10), 60);
        second[12] = 47;
        second[13 + 22 + 1] = (byte) 0xff;
        assertThat(offer(second)).as("also when it is the second in its record").isFalse();
    }

    /** The bodies of both records in one. */
    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length - 13);
        System.arraycopy(other, 13, both, one.length, other.length - 13);
        both[12] = (byte) (both.length - 13);
        return both;
    }

    @Test
    void offer_aHelloBehindAnotherMessage_isNotTaken() {
        byte[] other = message(0, 1, CERTIFICATE, 10, 10);

        assertThat(offer(joined(other, message(0, 1, ClientHellos.CLIENT_HELLO, 10, 0))))
                .isFalse();
        assertThat(offer(joined(hello, other))).isFalse();
        assertThat(offer(joined(other, other))).isTrue();
    }

    @Test
    void offer_theHelloAgainWhileOneWaits_isNotTaken() throws IOException {
        assertThat(offer(hello)).isTrue();
        assertThat(offer(hello)).isFalse();

        receive();

        assertThat(offer(hello)).isTrue();
    }

    @Test
    void offer_helloVerifyRequestToAClient_onlyTheFirstOfAll() {
        HandshakeWire client = new HandshakeWire(100, null, () -> false, sent::add);
        byte[] request = message(0, 1, 3, 3, 3);
        byte[] second = request.clone();
        second[13 + 5] = 1;

        assertThat(client.offer(reader(request))).isTrue();
        assertThat(client.offer(reader(second))).isFalse();
        assertThat(client.offer(reader(joined(message(0, 1, CERTIFICATE, 10, 10), second))))
                .isFalse();
        assertThat(offer(request)).as("to a server").isFalse();
    }

    @Test
    void offer_changeCipherSpecToAServer_onlyAfterTheWholeCertificateVerify() {
        byte[] change = record(RecordReader.CHANGE_CIPHER_SPEC, 0, 9, (byte) 1);
        byte[] end = message(0, 7, CERTIFICATE_VERIFY, 15, 10);
        end[13 + 8] = 5;
        assertThat(offer(change)).isFalse();
        assertThat(offer(end)).isTrue();
        assertThat(offer(end)).isTrue();
        assertThat(offer(change)).as("its end came alone").isFalse();
        assertThat(offer(message(0, 6, CERTIFICATE_VERIFY, 15, 5))).isTrue();
        assertThat(offer(change)).isTrue();

        HandshakeWire client = new HandshakeWire(100, null, () -> false, sent::add);
        assertThat(client.offer(reader(change)))
                .as("a server sends no such thing")
                .isTrue();
    }

    @Test
    void offer_messagesThatAreCutOff_areNotTaken() {
        byte[] cut = message(0, 1, CERTIFICATE, 10, 10);
        cut[13 + 11] = 11;
        byte[] over = message(0, 1, CERTIFICATE, 10, 10);
        over[13 + 8] = 1;

        assertThat(offer(cut)).isFalse();
        assertThat(offer(over)).isFalse();
        assertThat(offer(record(HANDSHAKE, 0, 1, new byte[11]))).isFalse();
    }

    @Test
    void receive_silence_givesUpOnlyWhenOthersWait() throws IOException {
        byte[] buffer = new byte[wire.getReceiveLimit()];
        assertThat(wire.receive(buffer, 0, buffer.length, 1_600)).isEqualTo(-1);
        offer(message(0, 1, CERTIFICATE, 10, 10));
        othersWait = true;
        assertThat(receive()).as("something came").isNotEmpty();
        assertThat(wire.receive(buffer, 0, buffer.length, 300))
                .as("the silence is short")
                .isEqualTo(-1);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> wire.receive(buffer, 0, buffer.length, 10_000))
                .withMessage("the other side is silent, and others wait");
    }

    @Test
    void offer_whatIsNoHandshakeOrOfALaterEpoch_isNotTaken() {
        assertThat(offer(record(RecordReader.APPLICATION_DATA, 1, 0, (byte) 1))).isFalse();
        assertThat(offer(record(19, 0, 0, (byte) 1))).isFalse();
        assertThat(offer(record(HANDSHAKE, 2, 0, (byte) 1))).isFalse();
        assertThat(offer(record(RecordReader.ALERT, 1, 0, (byte) 1))).isTrue();
    }

    @Test
    void offer_plainRecords_areNumberedAnewSoThatAForgedHighNumberShutsNobodyOut() throws IOException {
        offer(message(0, 120, CERTIFICATE, 10, 10));
        offer(message(0, 3, CERTIFICATE, 10, 10));
        offer(message(1, 77, CERTIFICATE, 10, 10));

        assertThat(receive()[10]).isEqualTo((byte) 41);
        assertThat(receive()[10]).isEqualTo((byte) 42);
        assertThat(receive()[10]).as("an authentic one keeps its number").isEqualTo((byte) 77);
    }

    @Test
    void offer_moreThanAFlight_isNotTaken() {
        for (int i = 0; i < 64; i++) {
            assertThat(offer(message(0, i, CERTIFICATE, 10, 10))).isTrue();
        }
        assertThat(offer(message(0, 64, CERTIFICATE, 10, 10))).isFalse();
    }

    @Test
    void end_evenOfAFullWire_wakesTheLibrary() {
        for (int i = 0; i < 64; i++) {
            offer(message(0, i, CERTIFICATE, 10, 10));
        }
        wire.end();

        assertThatExceptionOfType(IOException.class).isThrownBy(this::receive);
        assertThat(wire.poll()).isNull();
    }

    @Test
    void send_recordsOfAFlight_goTogetherAsFarAsTheyFit() throws IOException {
        byte[] one = record(HANDSHAKE, 0, 0, new byte[30]);
        for (int i = 0; i < 5; i++) {
            wire.send(one, 0, one.length);
        }
        assertThat(sent).hasSize(2);
        receive();

        assertThat(sent).extracting(datagram -> datagram.length).containsExactly(86, 86, 43);
        assertThat(wire.takeFlight()).isEmpty();
    }

    @Test
    void nextNumber_followsTheHighestOfEpochOne() {
        byte[] plain = record(HANDSHAKE, 0, 90, (byte) 1);
        wire.send(plain, 0, plain.length);
        assertThat(wire.nextNumber()).as("nothing sealed yet").isZero();

        for (int number : new int[] {0, 5, 3}) {
            byte[] sealed = record(HANDSHAKE, 1, number, (byte) 1);
            wire.send(sealed, 0, sealed.length);
        }
        assertThat(wire.nextNumber()).isEqualTo(6);
    }

    @Test
    void send_whatWeCannotCount_isRefused() {
        byte[] later = record(HANDSHAKE, 2, 0, (byte) 1);
        assertThatIllegalStateException().isThrownBy(() -> wire.send(later, 0, later.length));
        assertThatIllegalStateException().isThrownBy(() -> wire.send(new byte[5], 0, 5));
    }

    @Test
    void send_afterTheEnd_goesNowhere() {
        wire.close();
        wire.send(hello, 0, hello.length);
        wire.flush();

        assertThat(sent).isEmpty();
    }
}
