package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.ToneMeter;
import dev.odinbot.testing.Tones;
import dev.odinbot.text.MessageBundles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPlaybackTest {

    @TempDir
    Path library;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private PlayerRig rig;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        rig = new PlayerRig(library, "127.0.0.1");
    }

    @AfterEach
    void close() {
        over.countDown();
        rig.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void play_fileFromAServer_isHeardAndShownWithoutSecrets() {
        serveMedia("/files/tone.mp3", "audio/mpeg");

        LoadOutcome outcome = rig.play(address("/files/tone.mp3?token=secret").replace("//", "//user:secret@"));
        List<byte[]> frames = rig.hearAll();

        assertThat(outcome).isInstanceOfSatisfying(LoadOutcome.Queued.class, queued -> {
            assertThat(queued.track().identifier()).isEqualTo(address("/files/tone.mp3"));
            assertThat(queued.track().title()).isEqualTo("Concert Pitch");
        });
        try (ToneMeter meter = new ToneMeter()) {
            meter.addAll(frames.subList(5, 50));
            assertThat(meter.frequency()).isCloseTo(440, within(1.5));
        }
        assertThat(rig.log).containsExactly("started Concert Pitch", "ended Concert Pitch", "queue ended");
    }

    @Test
    void play_redirects_areFollowed() {
        serveMedia("/tone.ogg", "application/ogg");
        redirect("/a", "/b", 302);
        redirect("/b", address("/tone.ogg"), 308);

        assertThat(rig.play(address("/a"))).isInstanceOf(LoadOutcome.Queued.class);
    }

    @Test
    void play_whatCannotBePlayed_saysWhyInOneSentence() throws IOException {
        serve("/gone", "audio/mpeg", 404, new byte[0]);
        serve("/secret", "audio/mpeg", 403, new byte[0]);
        serve("/broken", "audio/mpeg", 500, new byte[0]);
        serve("/page", "text/html; charset=utf-8", 200, "<html>".getBytes(StandardCharsets.UTF_8));
        serve("/text", "application/octet-stream", 200, "just some text".getBytes(StandardCharsets.UTF_8));
        serve("/empty.m3u", "audio/x-mpegurl", 200, "#EXTM3U\n".getBytes(StandardCharsets.UTF_8));
        redirect("/loop", "/loop", 301);
        redirect("/file", "file:///etc/passwd", 302);
        redirect("/localhost", "http://[::1]:1/x", 302);
        int closed = closedPort();
        Files.writeString(library.resolve("notes.txt"), "not music");

        String server = "http://127.0.0.1:" + this.server.getAddress().getPort();
        assertThat(List.of(
                        said("/gone"),
                        said("/secret"),
                        said("/broken"),
                        said("/page"),
                        said("/text"),
                        said("/empty.m3u"),
                        said("/loop"),
                        said("/file"),
                        said("/localhost"),
                        words(rig.play("http://127.0.0.2:1/x?secret")),
                        words(rig.play("http://127.0.0.1:" + closed + "/x")),
                        words(rig.play("http://no-such-host.invalid/x")),
                        words(rig.play("http://")),
                        words(rig.play("ftp://127.0.0.1/x")),
                        words(rig.play("../x")),
                        words(rig.play("/etc/passwd")),
                        words(rig.play("notes.txt")),
                        words(rig.play("ytsearch:something"))))
                .containsExactly(
                        "Failed " + server + "/gone: There is nothing at that address (error 404).",
                        "Failed " + server + "/secret: The server does not let me have it (error 403).",
                        "Failed " + server + "/broken: The server answered with error 500.",
                        "Failed " + server + "/page: That is a web page, not audio.",
                        "Failed " + server + "/text: That is not audio that I can play.",
                        "Failed " + server + "/empty.m3u: The playlist is empty.",
                        "Failed " + server + "/loop: That address redirects too often.",
                        "Failed " + server + "/file: That is not a valid address.",
                        "Refused " + server + "/localhost: The host [::1] is not allowed.",
                        "Refused http://127.0.0.2:1/x: The host 127.0.0.2 is not allowed.",
                        "Failed http://127.0.0.1:" + closed + "/x: The host 127.0.0.1 cannot be reached.",
                        "Failed http://no-such-host.invalid/x: There is no host named no-such-host.invalid.",
                        "Failed http://…: That is not a valid address.",
                        "Refused ftp://127.0.0.1/x: Only http and https addresses can be played.",
                        "Refused ../x: Only files inside the library can be played.",
                        "Refused /etc/passwd: Only files inside the library can be played.",
                        "Failed notes.txt: That is not audio that I can play.",
                        "NoMatch ytsearch:something");
        assertThat(rig.log).isEmpty();
    }

    @Test
    void play_webSwitchedOff_isRefused() {
        try (PlayerRig off = new PlayerRig(library, Duration.ofSeconds(15), false)) {
            assertThat(words(off.play("http://127.0.0.1/x")))
                    .isEqualTo("Refused http://127.0.0.1/x: Playing from the web is switched off here.");
        }
    }

    @Test
    void play_hangingServer_failsSoonAndHoldsUpNobodyForever() {
        hang("/hang");
        Tones.wav(library.resolve("beep.wav"), 440, 0.2, Duration.ofMillis(400));
        try (PlayerRig hasty = new PlayerRig(library, Duration.ofSeconds(2), true, "127.0.0.1")) {
            CompletionStage<LoadOutcome> slow = hasty.player.play(address("/hang"), Optional.empty());
            CompletionStage<LoadOutcome> fast = hasty.player.play("beep", Optional.empty());

            assertThat(words(PlayerRig.await(slow)))
                    .isEqualTo("Failed " + address("/hang") + ": It took too long to load.");
            assertThat(PlayerRig.await(fast)).isInstanceOf(LoadOutcome.Queued.class);
        }
    }

    @Test
    void play_drippingServer_isGivenUpWithItsConnection() throws Exception {
        AtomicInteger open = drip("/drip", new byte[0]);
        try (PlayerRig hasty = new PlayerRig(library, Duration.ofSeconds(2), true, "127.0.0.1")) {
            assertThat(words(hasty.play(address("/drip"))))
                    .isEqualTo("Failed " + address("/drip") + ": It took too long to load.");
            Awaitility.await().untilAtomic(open, equalTo(0));
            Awaitility.await().untilAsserted(() -> assertThat(readers()).isEmpty());
        }
    }

    @Test
    void stop_drippingStream_endsItsConnection() throws Exception {
        AtomicInteger open = drip("/drip", media("tone.mp3"));
        rig.play(address("/drip"));
        rig.hear(5);
        Awaitility.await().until(() -> !readers().isEmpty());

        rig.player.stop();

        Awaitility.await().untilAtomic(open, equalTo(0));
        Awaitility.await().untilAsserted(() -> assertThat(readers()).isEmpty());
    }

    /** Sends {@code begin} and then a byte now and then; counts the connections on which somebody reads that. */
    private AtomicInteger drip(String path, byte[] begin) {
        AtomicInteger open = new AtomicInteger();
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
            exchange.sendResponseHeaders(200, 0);
            open.incrementAndGet();
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(begin);
                while (!over.await(50, TimeUnit.MILLISECONDS)) {
                    out.write(0);
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.decrementAndGet();
            }
        });
        return open;
    }

    /** The threads that read from a server for a player. */
    private static List<Thread> readers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(WebStream.class.getName())
                                || frame.getClassName().equals(PlayableTrack.class.getName())))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void play_fileThatLiesAboutItsSize_isBrokenAndHarmsNobody() throws IOException {
        byte[] flac = HexFormat.of()
                .parseHex("664c6143" + "00000022" + "10001000" + "000000000000" + "0ac442f000000000"
                        + "00000000000000000000000000000000" + "8400000c" + "00000000" + "01000000" + "ffffff7f");
        Files.write(library.resolve("bomb.flac"), flac);
        Tones.wav(library.resolve("beep.wav"), 440, 0.2, Duration.ofMillis(400));

        String logged = CapturedLog.of(() -> assertThat(words(rig.play("bomb.flac")))
                .isEqualTo("Failed bomb.flac: Its audio is damaged or cannot be decoded."));
        assertThat(logged.lines()).hasSize(1).first().asString().contains("wanted more memory than there is");
        assertThat(rig.play("beep")).isInstanceOf(LoadOutcome.Queued.class);
    }

    @Test
    void play_hlsListWithoutEnd_isReadNoFurtherThanAListMayBe() {
        AtomicLong most = new AtomicLong();
        server.createContext("/live.m3u8", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.apple.mpegurl");
            exchange.sendResponseHeaders(200, 0);
            long sent = 0;
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\none.ts\n".getBytes(StandardCharsets.UTF_8));
                byte[] comments = "#\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
                for (; sent < 50_000_000; sent += comments.length) {
                    out.write(comments);
                    most.accumulateAndGet(sent, Math::max);
                }
            }
        });
        serve("/one.ts", "video/mp2t", 404, new byte[0]);

        assertThat(rig.play(address("/live.m3u8"))).isInstanceOf(LoadOutcome.Queued.class);
        rig.hearAll();

        assertThat(rig.log)
                .containsExactly(
                        "started live",
                        "failed live: The connection to 127.0.0.1 broke off, or its audio is damaged.",
                        "queue ended");
        assertThat(most.get()).isLessThan(20_000_000); // what the sockets hold, too
    }

    @Test
    void play_slowThenFast_queuesInTheOrderAsked() {
        CountDownLatch asked = new CountDownLatch(1);
        server.createContext("/slow/tone.mp3", exchange -> {
            await(asked);
            send(exchange, "audio/mpeg", 200, media("tone.mp3"));
        });
        Tones.wav(library.resolve("beep.wav"), 440, 0.2, Duration.ofMillis(400));
        CompletionStage<LoadOutcome> slow = rig.player.play(address("/slow/tone.mp3"), Optional.empty());
        CompletionStage<LoadOutcome> fast = rig.player.play("beep", Optional.empty());
        asked.countDown();

        assertThat(((LoadOutcome.Queued) PlayerRig.await(slow)).position()).isZero();
        assertThat(((LoadOutcome.Queued) PlayerRig.await(fast)).position()).isEqualTo(1);
    }

    @Test
    void play_whileSomebodyElsesHostHangs_isNotHeldUp() {
        hang("/hang");
        Tones.wav(library.resolve("beep.wav"), 440, 0.2, Duration.ofMillis(400));
        CompletionStage<LoadOutcome> slow = rig.player.play(address("/hang"), PlayerRig.requester("ann"));

        assertThat(PlayerRig.await(rig.player.play("beep", PlayerRig.requester("ben"))))
                .isInstanceOf(LoadOutcome.Queued.class);
        assertThat(slow.toCompletableFuture()).isNotDone();
        rig.player.stop();
    }

    @Test
    void stop_whileLoading_cancelsIt() {
        hang("/hang");
        CompletionStage<LoadOutcome> load = rig.player.play(address("/hang"), Optional.empty());

        assertThat(rig.player.stop()).isTrue();
        assertThat(words(PlayerRig.await(load)))
                .isEqualTo("Failed " + address("/hang") + ": Playback was stopped before it was loaded.");
        assertThat(rig.player.nowPlaying()).isEmpty();
        assertThat(rig.log).allMatch(line -> line.equals("queue ended, stopped"));
    }

    @Test
    void play_radio_tellsStationAndTitles() {
        byte[] sound = media("tone.mp3");
        server.createContext("/radio", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Icy-MetaData")).isEqualTo("1");
            exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
            exchange.getResponseHeaders().set("icy-name", "Radio Test");
            exchange.getResponseHeaders().set("icy-metaint", "4000");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] title = IcyInputStreamTest.metadata(
                        "StreamTitle='Someone -\n\u202eSomething';", StandardCharsets.UTF_8);
                for (int at = 0; at + 4000 <= sound.length; at += 4000) {
                    out.write(sound, at, 4000);
                    out.write(title);
                }
                out.flush();
                await(over);
            }
        });
        serve(
                "/radio.pls",
                "audio/x-scpls",
                200,
                ("[playlist]\nFile1=" + address("/radio") + "\n").getBytes(StandardCharsets.UTF_8));

        LoadOutcome outcome = rig.play(address("/radio.pls"));
        rig.hear(20);

        assertThat(outcome)
                .isEqualTo(new LoadOutcome.Queued(
                        new TrackInfo(
                                address("/radio"), "Radio Test", "", Optional.empty(), PlayerRig.requester("ann")),
                        0));
        Awaitility.await()
                .until(() -> rig.player.nowPlaying().orElseThrow().streamTitle().isPresent());
        assertThat(rig.player.nowPlaying().orElseThrow().streamTitle()).contains("Someone - Something");
    }

    @Test
    void play_playlistOf1500_isOneOutcomeWithWhatDidNotFit() throws IOException {
        Tones.wav(library.resolve("beep.wav"), 440, 0.2, Duration.ofMillis(100));
        Files.writeString(library.resolve("big.m3u"), "#EXTM3U\n#PLAYLIST:Big\n" + "beep.wav\n".repeat(1500));

        assertThat(rig.play("big.m3u")).isEqualTo(new LoadOutcome.PlaylistQueued("Big", 1001, 499, 0));
        assertThat(rig.player.queue().tracks()).hasSize(1000);
        assertThat(words(rig.play("beep"))).isEqualTo("Refused beep: The queue is full (1,000 tracks).");
    }

    @Test
    void play_playlistWithBadEntries_playsTheGoodOnes() throws IOException {
        serveMedia("/tone.mp3", "audio/mpeg");
        Files.createDirectories(library.resolve("lists"));
        Tones.wav(library.resolve("lists/beep.wav"), 440, 0.2, Duration.ofMillis(200));
        Files.writeString(
                library.resolve("lists/mix.m3u"),
                "missing.mp3\n../../outside.mp3\nhttp://127.0.0.2:1/private\nbeep.wav\n" + address("/tone.mp3") + "\n");

        assertThat(rig.play("mix")).isEqualTo(new LoadOutcome.PlaylistQueued("mix", 5, 0, 0));
        rig.hearAll();

        assertThat(rig.log)
                .containsExactly(
                        "failed missing: The file is not in the library.",
                        "failed outside: Only files inside the library can be played.",
                        "failed private: The host 127.0.0.2 is not allowed.",
                        "started beep",
                        "ended beep",
                        "started Concert Pitch",
                        "ended Concert Pitch",
                        "queue ended");
    }

    private String said(String path) {
        return words(rig.play(address(path)));
    }

    private static String words(LoadOutcome outcome) {
        if (outcome instanceof LoadOutcome.Failed failed) {
            return "Failed " + failed.identifier() + ": " + MessageBundles.english(failed.reason());
        } else if (outcome instanceof LoadOutcome.Refused refused) {
            return "Refused " + refused.identifier() + ": " + MessageBundles.english(refused.reason());
        } else if (outcome instanceof LoadOutcome.NoMatch none) {
            return "NoMatch " + none.identifier();
        }
        return outcome.toString();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serveMedia(String path, String type) {
        serve(path, type, 200, media(path.substring(path.lastIndexOf('/') + 1)));
    }

    private void serve(String path, String type, int status, byte[] body) {
        server.createContext(path, exchange -> send(exchange, type, status, body));
    }

    private void redirect(String path, String location, int status) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, "text/html", status, new byte[0]);
        });
    }

    private void hang(String path) {
        server.createContext(path, exchange -> await(over));
    }

    private static void send(HttpExchange exchange, String type, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] media(String name) {
        try (InputStream in = WebPlaybackTest.class.getResourceAsStream("/media/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
