package dev.odinbot.odin.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.rpc.Decoded;
import dev.odinbot.rpc.FrameSender;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.rpc.RpcConnection;
import dev.odinbot.rpc.RpcHandler;
import dev.odinbot.rpc.RpcValue;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Every record goes over the wire and comes back. */
class CallsTest {

    private static final PeerInfo PEER = new PeerInfo(
            5_000_000_000L,
            "u",
            new byte[] {1},
            List.of(
                    new MediaInfo(3, true, new MediaInfo.Properties("audio")),
                    new MediaInfo(4, null, MediaInfo.Properties.NONE)));

    static List<Record> records() {
        return List.of(
                new MainCall.Authenticate("t"),
                new MainCall.SetupWebRtc("v=0"),
                new MainCall.JoinRoom("Lobby", new byte[] {1, 2}, List.of(0.5, 1.0)),
                new RoomCall.StartMedia(1, MediaInfo.Properties.NONE),
                new RoomCall.StopMedia(1, MediaInfo.Properties.NONE),
                new RoomCall.PauseMedia(1),
                new RoomCall.ResumeMedia(1),
                new RoomCall.UpdatePeer(new byte[0]),
                new RoomCall.SetPeerPosition(List.of(1.0, 2.0, 3.0)),
                new RoomCall.SendMessage(new byte[300], null),
                new RoomCall.SendMessage(new byte[] {9}, List.of(1L, 5_000_000_000L)),
                new RoomNotice.MessageReceived(7, new byte[] {9}),
                new PeerUpdated.MediaStarted(7, new MediaInfo(3, false, MediaInfo.Properties.NONE)),
                new PeerUpdated.MediaStopped(7, 3),
                new PeerUpdated.UserDataChanged(7, new byte[] {1}),
                new RoomNotice.RoomUpdated(List.of(
                        new RoomUpdate.Joined(1, List.of(1, 2), new RoomInfo("Lobby", "c", new byte[0], List.of(PEER))),
                        new RoomUpdate.PeerJoined(PEER),
                        new RoomUpdate.PeerLeft(1),
                        new RoomUpdate.UserDataChanged(new byte[] {4}),
                        new RoomUpdate.Left(RoomUpdate.Left.PEER_KICKED))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void read_writtenRecord_isTheSame(Record call) {
        String method = Calls.method(call);
        List<Class<? extends Record>> kinds = new ArrayList<>();
        MainCall.KINDS.forEach(kind -> kinds.add(kind.asSubclass(Record.class)));
        RoomCall.KINDS.forEach(kind -> kinds.add(kind.asSubclass(Record.class)));
        Decoded<?> decoded = call instanceof RoomNotice
                ? Calls.read(RoomNotice.KINDS, method, overTheWire(call))
                : Calls.read(kinds, method, overTheWire(call));
        assertThat(decoded.value().map(Object.class::cast))
                .hasValueSatisfying(
                        value -> assertThat(value).usingRecursiveComparison().isEqualTo(call));
    }

    @Test
    void read_unknownMethodOrKind_isNoFault() {
        assertThat(Calls.read(RoomCall.KINDS, "Fly", overTheWire(Map.of())))
                .isEqualTo(new Decoded.Invalid<>("unknown method"));
        assertThat(Calls.read(RoomNotice.KINDS, "PeerUpdated", overTheWire(Map.of("kind", "Moved", "peer_id", 3))))
                .isEqualTo(new Decoded.Value<>(new PeerUpdated.Unknown(3)));
        assertThat(Calls.read(
                        RoomNotice.KINDS,
                        "RoomUpdated",
                        overTheWire(Map.of("updates", List.of(Map.of("kind", "Painted"))))))
                .isEqualTo(new Decoded.Value<>(new RoomNotice.RoomUpdated(List.of(new RoomUpdate.Unknown()))));
    }

    @Test
    void read_missingDeepInside_saysWhere() {
        Map<String, Object> joined = Map.of(
                "kind", "Joined", "own_peer_id", 1, "media_ids", List.of(1), "room", Map.of("id", "x", "customer", ""));
        assertThat(Calls.read(RoomNotice.KINDS, "RoomUpdated", overTheWire(Map.of("updates", List.of(joined)))))
                .isEqualTo(
                        new Decoded.Invalid<>("RoomUpdated.updates[0].room.user_data: missing or of the wrong type"));
    }

    @Test
    void write_notice_hasTheFieldsTheVendorReads() {
        assertThat(written(new PeerUpdated.MediaStopped(7, 3)))
                .isEqualTo("9302a16d83a7" + hex("peer_id") + "07a8" + hex("media_id") + "03a4" + hex("kind") + "ac"
                        + hex("MediaStopped"));
        assertThat(written(new RoomCall.StartMedia(1, MediaInfo.Properties.NONE)))
                .isEqualTo("9302a16d82a8" + hex("media_id") + "01aa" + hex("properties") + "80");
    }

    @Test
    void toString_withToken_hidesIt() {
        assertThat(new MainCall.Authenticate("geheim").toString()).doesNotContain("geheim");
        assertThat(new GatewayCall.Connected("h:1", "geheim").toString()).doesNotContain("geheim");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String written(Object params) {
        List<byte[]> frames = new ArrayList<>();
        connection(frames::add, new RpcHandler() {}).notify("m", params);
        return HexFormat.of().formatHex(frames.get(0));
    }

    private static RpcValue overTheWire(Object params) {
        List<RpcValue> received = new ArrayList<>();
        RpcConnection reader = connection(frame -> true, new RpcHandler() {
            @Override
            public void notification(String method, RpcValue value) {
                received.add(value);
            }
        });
        connection(
                        frame -> {
                            reader.receive(frame);
                            return true;
                        },
                        new RpcHandler() {})
                .notify("m", params);
        return received.get(0);
    }

    private static RpcConnection connection(FrameSender out, RpcHandler handler) {
        return new RpcConnection(
                out,
                handler,
                new ManualTimers(new FakeTicker()),
                new Refusals(LoggerFactory.getLogger(CallsTest.class), "test"));
    }
}
