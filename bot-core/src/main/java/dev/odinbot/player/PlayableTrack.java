package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import com.sedmelluq.discord.lavaplayer.track.DelegatedAudioTrack;
import com.sedmelluq.discord.lavaplayer.track.InternalAudioTrack;
import com.sedmelluq.discord.lavaplayer.track.playback.LocalAudioTrackExecutor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A track for LavaPlayer to play, once. Remembers why it failed, and what a radio station says is on. */
final class PlayableTrack extends DelegatedAudioTrack {

    private final Sound sound;
    private final Connections connections = new Connections();
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String streamTitle;

    /** @param info its identifier turns up in logs, so it must be safe to show */
    PlayableTrack(AudioTrackInfo info, Sound sound) {
        super(info);
        this.sound = sound;
    }

    @Override
    public void process(LocalAudioTrackExecutor executor) throws Exception {
        try {
            connections.during(() ->
                    sound.play(track -> processDelegate((InternalAudioTrack) track, executor), this::streamTitle));
        } catch (Throwable e) {
            // Kept here because LavaPlayer may announce the end of a track before its failure.
            failure = e;
            throw e;
        }
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<String> streamTitle() {
        return Optional.ofNullable(streamTitle);
    }

    /** Ends its reads, which LavaPlayer's stop does not. Any thread. */
    void cut() {
        connections.cut();
    }

    private void streamTitle(String title) {
        String line = Tags.line(title);
        streamTitle = line.isEmpty() ? null : line;
    }

    /** Opens the sound and has it decoded; returns when it is over. On LavaPlayer's playback thread. */
    @FunctionalInterface
    interface Sound {
        void play(Decoding decoding, StreamTitles titles) throws Exception;
    }

    /** Decodes a track to its end. */
    @FunctionalInterface
    interface Decoding {
        void of(AudioTrack track) throws Exception;
    }

    /** Hears what a radio station says it is playing. */
    @FunctionalInterface
    interface StreamTitles {
        void title(String title);
    }
}
