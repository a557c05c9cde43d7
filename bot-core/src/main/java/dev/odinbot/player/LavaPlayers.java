package dev.odinbot.player;

import com.google.common.util.concurrent.MoreExecutors;
import com.sedmelluq.discord.lavaplayer.player.AudioPlayer;
import com.sedmelluq.discord.lavaplayer.player.AudioPlayerManager;
import com.sedmelluq.discord.lavaplayer.player.DefaultAudioPlayerManager;
import com.sedmelluq.discord.lavaplayer.player.event.AudioEvent;
import com.sedmelluq.discord.lavaplayer.player.event.TrackEndEvent;
import com.sedmelluq.discord.lavaplayer.player.event.TrackStuckEvent;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackEndReason;
import dev.odinbot.time.HostThreads;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Players that share one LavaPlayer, its sources and the {@code player-*} threads. */
final class LavaPlayers implements Players {

    private static final Logger LOG = LoggerFactory.getLogger(LavaPlayers.class);

    /** Rides out a hiccup of the network. A new volume is applied to what is buffered too. */
    private static final Duration BUFFER = Duration.ofSeconds(5);

    private static final Duration STUCK = Duration.ofSeconds(10);
    private static final Duration LOAD_PATIENCE = Duration.ofSeconds(15);

    private final AudioPlayerManager manager = new DefaultAudioPlayerManager();
    private final ExecutorService threads = Executors.newCachedThreadPool(HostThreads.named("player"));
    private final WebSource web;
    private final Loader loader;
    private final Loads loads;

    @Inject
    LavaPlayers(PlayerConfig config, Timers timers) {
        this(config, new HostPolicy(config.http().allowHosts()), timers, LOAD_PATIENCE);
    }

    LavaPlayers(PlayerConfig config, HostPolicy hosts, Timers timers, Duration loadPatience) {
        manager.getConfiguration().setFrameBufferFactory(WholeTrackBuffer::new);
        manager.setFrameBufferDuration((int) BUFFER.toMillis());
        manager.setTrackStuckThreshold(STUCK.toMillis());
        // A paused player, or one of a room that is reconnecting, may be left alone for days.
        manager.setPlayerCleanupThreshold(Long.MAX_VALUE);
        GuardedHttp http = new GuardedHttp(hosts);
        web = new WebSource(http, new Sites(manager, http), config.http().enabled());
        loader = new Loader(new LibrarySource(new Library(Path.of(config.library())), web), web);
        loads = new Loads(threads, timers, loadPatience);
    }

    @Override
    public RoomPlayer create(int volume, PlayerListener listener) {
        AudioPlayer audio = manager.createPlayer();
        LavaRoomPlayer player = new LavaRoomPlayer(
                audio, new PlayerFrames(audio), loader, loads, listener, MoreExecutors.newSequentialExecutor(threads));
        audio.addListener(event -> handOver(event, player));
        player.volume(volume);
        return player;
    }

    private void handOver(AudioEvent event, LavaRoomPlayer player) {
        if (event instanceof TrackEndEvent end) {
            boolean byItself =
                    end.endReason == AudioTrackEndReason.FINISHED || end.endReason == AudioTrackEndReason.LOAD_FAILED;
            if (byItself) {
                threads.execute(() -> player.ended(end.track));
            }
        } else if (event instanceof TrackStuckEvent stuck) {
            threads.execute(() -> player.stuck(stuck.track));
        }
    }

    @Override
    public void close() {
        manager.shutdown();
        threads.shutdownNow();
        try {
            web.close();
        } catch (IOException e) {
            LOG.warn("The connections to servers did not close cleanly: {}", e.toString());
        }
    }
}
