package dev.odinbot.odin.transport.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The messages of RFC 5769. */
class StunVectorsTest {

    static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

    static final String REQUEST = "000100582112a442b7e7a701bc34d686fa87dfae"
            + "802200105354554e207465737420636c69656e74" // SOFTWARE
            + "002400046e0001ff"
            + "80290008932ff9b151263b36"
            + "000600096576746a3a68367659202020" // padded with blanks
            + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
            + "80280004e57a3bcf";

    static final String IPV4_RESPONSE = "0101003c2112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000080001a147e112a643"
            + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
            + "80280004c07d4c96";

    static final String IPV6_RESPONSE = "010100482112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220"
            + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
            + "00080014a382954e4be67bf11784c97c8292c275bfe3ed41"
            + "80280004c8fb0b4c";

    private static final String LONG_TERM_REQUEST = "000100602112a44278ad3433c6ad72c029da412e"
            + "00060012e3839ee38388e383aae38383e382afe382b90000"
            + "0015001c662f2f3439396b39353464364f4c33346f4c39465354767936347341"
            + "0014000b6578616d706c652e6f726700"
            + "00080014f67024656dd64a3e02b8e0712e85c9a28ca89666";

    private static final TransactionId ID = new TransactionId(0xb7e7a701bc34d686L, 0xfa87dfae);

    private final StunMessage message = new StunMessage();

    static ByteBuffer packet(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    @Test
    void request_isReadWhole() {
        assertThat(message.read(packet(REQUEST))).isTrue();

        assertThat(message.kind()).isEqualTo(StunKind.REQUEST);
        assertThat(message.transaction()).isEqualTo(ID);
        assertThat(message.username()).isEqualTo("evtj:h6vY");
        assertThat(message.priority()).isEqualTo(0x6e0001ffL);
        assertThat(message.isFromControlled()).isTrue();
        assertThat(message.isFromControlling()).isFalse();
        assertThat(message.tieBreaker()).isEqualTo(0x932ff9b151263b36L);
        assertThat(message.hasUseCandidate()).isFalse();
        assertThat(message.unknownCount()).isZero();
        assertThat(message.hasFingerprint()).isTrue();
        assertThat(message.isAuthentic(StunKey.of(PASSWORD))).isTrue();
        assertThat(message.isAuthentic(StunKey.of(PASSWORD + "x"))).isFalse();
        assertThat(StunMessage.recipient(packet(REQUEST))).isEqualTo("evtj");
    }

    @Test
    void ipv4Response_isReadWhole() {
        assertResponse(IPV4_RESPONSE, "192.0.2.1");
    }

    @Test
    void ipv6Response_isReadWhole() {
        assertResponse(IPV6_RESPONSE, "2001:db8:1234:5678:11:2233:4455:6677");
    }

    private void assertResponse(String hex, String address) {
        assertThat(message.read(packet(hex))).isTrue();

        assertThat(message.kind()).isEqualTo(StunKind.SUCCESS);
        assertThat(message.transaction()).isEqualTo(ID);
        assertThat(message.mappedAddress()).isEqualTo(new InetSocketAddress(address, 32853));
        assertThat(message.hasFingerprint()).isTrue();
        assertThat(message.isAuthentic(StunKey.of(PASSWORD))).isTrue();
        assertThat(message.isAuthentic(StunKey.of(PASSWORD.substring(1)))).isFalse();
        assertThat(StunMessage.recipient(packet(hex))).isEmpty();
    }

    /** We have no long-term passwords; but its HMAC is the same, and its attributes are strange to us. */
    @Test
    void longTermRequest_isAuthenticByItsKey_andNotUnderstood() throws Exception {
        assertThat(message.read(packet(LONG_TERM_REQUEST))).isTrue();

        String secret = "マトリックス:example.org:TheMatrIX"; // after SASLprep
        byte[] key = MessageDigest.getInstance("MD5").digest(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(message.isAuthentic(new StunKey(key))).isTrue();
        assertThat(message.username()).isEqualTo("マトリックス");
        assertThat(message.hasFingerprint()).isFalse();
        assertThat(message.unknownCount()).isEqualTo(2);
        assertThat(message.unknown(0)).isEqualTo(0x0015);
        assertThat(message.unknown(1)).isEqualTo(0x0014);
    }

    @Test
    void directBuffer_inItsMiddle_isReadAndLeftAlone() {
        byte[] bytes = HexFormat.of().parseHex(IPV6_RESPONSE);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(300).position(33).put(bytes).flip().position(33);

        assertThat(StunMessage.looksLikeStun(direct)).isTrue();
        assertThat(message.read(direct)).isTrue();
        assertThat(message.isAuthentic(StunKey.of(PASSWORD))).isTrue();
        assertThat(direct.position()).isEqualTo(33);
        assertThat(direct.remaining()).isEqualTo(bytes.length);
    }

    /** Without SOFTWARE and with other padding ours differ; what they say does not. */
    @Test
    void writtenMessages_equalTheVectors_inEveryAttributeTheyShare() {
        StunWriter writer = new StunWriter();
        StunKey key = StunKey.of(PASSWORD);

        int length = writer.request(ID)
                .priority(0x6e0001ffL)
                .controlled(0x932ff9b151263b36L)
                .username("evtj:h6vY".getBytes(StandardCharsets.UTF_8))
                .seal(key);
        String request = HexFormat.of().formatHex(Arrays.copyOf(writer.bytes(), length));
        assertThat(request.substring(8, 40)).isEqualTo(REQUEST.substring(8, 40));
        assertThat(request).contains("002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659000000");
        assertThat(message.read(ByteBuffer.wrap(writer.bytes(), 0, length))).isTrue();
        assertThat(message.isAuthentic(key)).isTrue();

        length = writer.success(ID)
                .xorMappedAddress(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853))
                .seal(key);
        String response = HexFormat.of().formatHex(Arrays.copyOf(writer.bytes(), length));
        assertThat(response).contains("002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9");

        length = writer.success(ID)
                .xorMappedAddress(new InetSocketAddress("192.0.2.1", 32853))
                .seal(key);
        response = HexFormat.of().formatHex(Arrays.copyOf(writer.bytes(), length));
        assertThat(response).contains("002000080001a147e112a643");
    }
}
