package dev.odinbot.player;

import com.google.inject.Guice;
import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSource;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.TimeModule;
import dev.odinbot.time.Timers;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A real player over a library, with a recorder of what it says and an ear for what it plays. */
final class PlayerRig implements AutoCloseable, PlayerListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Asks nobody about names that cannot be. */
    private static final Network WITHOUT_DNS = new Network() {
        @Override
        public InetAddress[] addresses(String host) throws UnknownHostException {
            if (host.endsWith(".invalid")) {
                throw new UnknownHostException(host);
            }
            return Network.SYSTEM.addresses(host);
        }

        @Override
        public boolean own(InetAddress address) throws SocketException {
            return Network.SYSTEM.own(address);
        }
    };

    final List<String> log = new CopyOnWriteArrayList<>();
    final LavaPlayers players;
    final RoomPlayer player;
    private final Frame frame = new Frame();

    PlayerRig(Path library, String... allowedHosts) {
        this(library, Duration.ofSeconds(15), true, allowedHosts);
    }

    PlayerRig(Path library, Duration loadPatience, boolean http, String... allowedHosts) {
        Timers timers = Guice.createInjector(new TimeModule()).getInstance(Timers.class);
        PlayerConfig config =
                new PlayerConfig(library.toString(), 100, new PlayerConfig.Http(http, List.of(allowedHosts)));
        players = new LavaPlayers(config, new HostPolicy(List.of(allowedHosts), WITHOUT_DNS), timers, loadPatience);
        player = players.create(100, this);
    }

    LoadOutcome play(String identifier) {
        return await(player.play(identifier, requester("ann")));
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Pulls as fast as it can until {@code count} frames have come, or the queue has ended. */
    List<byte[]> hear(int count) {
        List<byte[]> heard = new ArrayList<>();
        FrameSource frames = player.frames();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (heard.size() < count && !ended()) {
            if (frames.read(frame) == Read.FRAME) {
                heard.add(Arrays.copyOf(frame.bytes(), frame.length()));
            } else if (System.nanoTime() > deadline) {
                throw new AssertionError("Only " + heard.size() + " frames came; " + log);
            } else {
                Thread.yield();
            }
        }
        return heard;
    }

    List<byte[]> hearAll() {
        return hear(Integer.MAX_VALUE);
    }

    private boolean ended() {
        return !log.isEmpty() && log.get(log.size() - 1).startsWith("queue ended");
    }

    Read read() {
        return player.frames().read(frame);
    }

    @Override
    public void trackStarted(TrackInfo track) {
        log.add("started " + track.title());
    }

    @Override
    public void trackEnded(TrackInfo track) {
        log.add("ended " + track.title());
    }

    @Override
    public void trackFailed(TrackInfo track, Text reason) {
        log.add("failed " + track.title() + ": " + MessageBundles.english(reason));
    }

    @Override
    public void queueEnded(boolean stopped) {
        log.add("queue ended" + (stopped ? ", stopped" : ""));
    }

    @Override
    public void close() {
        player.close();
        players.close();
    }

    static Optional<Requester> requester(String name) {
        return Optional.of(new Requester(new UserId(name), name));
    }
}
