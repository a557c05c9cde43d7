package dev.odinbot.odin.transport.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StunMessageTest {

    private static final String HEADER_AFTER_LENGTH = "2112a442000000000000000000000000";
    private static final StunKey KEY = StunKey.of(StunVectorsTest.PASSWORD);

    private final StunMessage message = new StunMessage();

    /** A request of these attributes, its length right. */
    private static byte[] request(String... attributes) {
        String all = String.join("", attributes);
        return HexFormat.of()
                .parseHex("0001" + HexFormat.of().toHexDigits((short) (all.length() / 2)) + HEADER_AFTER_LENGTH + all);
    }

    private boolean isRead(byte[] packet) {
        return message.read(ByteBuffer.wrap(packet));
    }

    private static byte[] withFingerprint(byte[] packet) {
        byte[] longer = Arrays.copyOf(packet, packet.length + 8);
        ByteBuffer buffer = ByteBuffer.wrap(longer).putShort(2, (short) (longer.length - 20));
        CRC32 crc = new CRC32();
        crc.update(longer, 0, packet.length);
        buffer.putInt(packet.length, 0x80280004).putInt(packet.length + 4, (int) crc.getValue() ^ 0x5354554e);
        return longer;
    }

    @Test
    void everyTruncation_isRefused() {
        byte[] whole = HexFormat.of().parseHex(StunVectorsTest.REQUEST);
        for (int length = 0; length < whole.length; length++) {
            assertThat(isRead(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isFalse();
            assertThat(StunMessage.recipient(ByteBuffer.wrap(whole, 0, length))).isEmpty();
        }
        assertThat(isRead(Arrays.copyOf(whole, whole.length + 4))).isFalse();
    }

    @Test
    void everyChangedBit_isRefusedByTheFingerprint() {
        byte[] whole = HexFormat.of().parseHex(StunVectorsTest.IPV6_RESPONSE);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            boolean read = isRead(changed) && message.hasFingerprint();
            assertThat(read).as("bit %d", bit).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "half an attribute header            | 0006",
                "a value beyond the end              | 0006000861626364",
                "padding beyond the end              | 00060001",
                "a user name of 514 bytes            | LONG",
                "a priority of 3 bytes               | 0024000300000000",
                "a USE-CANDIDATE with a value        | 0025000400000000",
                "a tie-breaker of 4 bytes            | 802a000400000000",
                "both roles                          | 802a00080000000000000001802900080000000000000001",
                "an integrity of 16 bytes            | 0008001000000000000000000000000000000000",
                "an address of family 3              | 0020000800030000ffffffff",
                "an IPv4 address of IPv6's length    | 0020001400010000ffffffffffffffffffffffffffffffff",
                "an error of class 2                 | 0009000400000200",
                "an error of number 100              | 0009000400000464",
                "an error without a code             | 00090000",
                "a fingerprint of 2 bytes            | 8028000200000000",
                "a wrong fingerprint                 | 8028000400000000",
            })
    void malformedAttributes_areRefused(String what, String attributes) {
        String hex = attributes.equals("LONG") ? "00060202" + "61".repeat(516) : attributes;
        assertThat(isRead(request(hex))).as(what).isFalse();
    }

    @Test
    void fingerprint_notAtTheEnd_isRefused() {
        byte[] inTheMiddle = withFingerprint(request());
        byte[] longer = Arrays.copyOf(inTheMiddle, inTheMiddle.length + 4);
        ByteBuffer.wrap(longer).putInt(inTheMiddle.length, 0x00250000).putShort(2, (short) 12);
        assertThat(isRead(inTheMiddle)).isTrue();
        assertThat(isRead(longer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0003", "0000", "0080", "0002", "4001", "8001"})
    void otherMethods_areRefused(String type) {
        assertThat(isRead(HexFormat.of().parseHex(type + "0000" + HEADER_AFTER_LENGTH)))
                .isFalse();
    }

    @Test
    void wrongCookie_orOddLength_isRefused() {
        assertThat(isRead(HexFormat.of().parseHex("000100002112a443" + "00".repeat(12))))
                .isFalse();
        assertThat(isRead(HexFormat.of().parseHex("000100022112a442" + "00".repeat(14))))
                .isFalse();
        assertThat(isRead(request())).isTrue();
    }

    @Test
    void attributesBehindIntegrity_countForNothing_exceptTheFingerprint() {
        byte[] sealed = sealed("a:b");
        byte[] withoutFingerprint = Arrays.copyOf(sealed, sealed.length - 8);
        byte[] longer = Arrays.copyOf(withoutFingerprint, withoutFingerprint.length + 12);
        ByteBuffer.wrap(longer)
                .position(withoutFingerprint.length)
                .putInt(0x00250000) // USE-CANDIDATE
                .putInt(0x7FFF0000) // not to be ignored if it counted
                .putInt(0x00240000); // malformed if it counted
        assertThat(isRead(withFingerprint(longer))).isTrue();

        assertThat(message.hasFingerprint()).isTrue();
        assertThat(message.isAuthentic(KEY)).isTrue();
        assertThat(message.hasUseCandidate()).isFalse();
        assertThat(message.priority()).isNegative();
        assertThat(message.unknownCount()).isZero();
    }

    private static byte[] sealed(String username) {
        StunWriter writer = new StunWriter();
        int length = writer.request(new TransactionId(1, 2))
                .username(username.getBytes(StandardCharsets.UTF_8))
                .seal(KEY);
        return Arrays.copyOf(writer.bytes(), length);
    }

    @Test
    void longestUsername_fitsTheWriter_withEverythingElse() {
        StunWriter writer = new StunWriter();
        String username = "a".repeat(256) + ":" + "b".repeat(256);
        int length = writer.request(new TransactionId(1, 2))
                .username(username.getBytes(StandardCharsets.UTF_8))
                .priority(1)
                .controlling(-1)
                .useCandidate()
                .seal(KEY);
        assertThat(message.read(ByteBuffer.wrap(writer.bytes(), 0, length))).isTrue();
        assertThat(message.username()).isEqualTo(username);
        assertThat(message.hasUseCandidate()).isTrue();
        assertThat(message.isFromControlling()).isTrue();
        assertThat(message.tieBreaker()).isEqualTo(-1);
        assertThat(message.isAuthentic(KEY)).isTrue();
    }

    @Test
    void attributeGivenTwice_theFirstCounts() {
        assertThat(isRead(request("0024000400000001", "0024000400000002"))).isTrue();
        assertThat(message.priority()).isEqualTo(1);
    }

    @Test
    void unknownAttributes_areCountedWhenTheyMustBeUnderstood_andListedInTheAnswer() {
        assertThat(isRead(request("7abc000101000000", "ff000000", "00260000"))).isTrue();
        assertThat(message.unknownCount()).isEqualTo(2);

        StunWriter writer = new StunWriter();
        int length = writer.error(message.transaction(), 420, "Unknown Attribute")
                .unknownAttributes(message)
                .seal(KEY);
        String answer = HexFormat.of().formatHex(writer.bytes(), 0, length);
        assertThat(answer).contains("000a00047abc0026");
        assertThat(message.read(ByteBuffer.wrap(writer.bytes(), 0, length))).isTrue();
        assertThat(message.kind()).isEqualTo(StunKind.ERROR);
        assertThat(message.errorCode()).isEqualTo(420);
    }

    @Test
    void unknownAttributes_withoutNumber_fillNothing() {
        assertThat(isRead(request("7abc0000".repeat(300)))).isTrue();
        assertThat(message.unknownCount()).isEqualTo(8);
    }

    @Test
    void message_afterAnother_knowsNothingOfIt() {
        assertThat(message.read(StunVectorsTest.packet(StunVectorsTest.REQUEST)))
                .isTrue();
        assertThat(isRead(request())).isTrue();
        assertThat(message.username()).isEmpty();
        assertThat(message.priority()).isNegative();
        assertThat(message.isFromControlled()).isFalse();
        assertThat(message.hasFingerprint()).isFalse();
        assertThat(message.isAuthentic(KEY)).isFalse();
        assertThat(message.mappedAddress()).isNull();
        assertThat(message.errorCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a:b,a", "abcd:,abcd", "abcd,''", ":abcd,''", "a:b:c,a", "'',''"})
    void recipient_isThePartBeforeTheColon(String username, String recipient) {
        assertThat(StunMessage.recipient(ByteBuffer.wrap(sealed(username)))).isEqualTo(recipient);
    }

    @Test
    void recipient_withoutFingerprint_isNobody() {
        assertThat(StunMessage.recipient(ByteBuffer.wrap(request("00060004613a6263"))))
                .isEmpty();
        assertThat(StunMessage.recipient(ByteBuffer.wrap(withFingerprint(request("00060004613a6263")))))
                .isEqualTo("a");
    }

    @Test
    void packetsOfDtls_andShortOnes_dontLookLikeStun() {
        byte[] bytes = request();
        assertThat(StunMessage.looksLikeStun(ByteBuffer.wrap(bytes))).isTrue();
        assertThat(StunMessage.looksLikeStun(ByteBuffer.wrap(bytes, 0, 19))).isFalse();
        bytes[0] = 22;
        assertThat(StunMessage.looksLikeStun(ByteBuffer.wrap(bytes))).isFalse();
        bytes[0] = 3;
        assertThat(StunMessage.looksLikeStun(ByteBuffer.wrap(bytes))).isTrue();
        bytes[4] = 0;
        assertThat(StunMessage.looksLikeStun(ByteBuffer.wrap(bytes))).isFalse();
    }
}
