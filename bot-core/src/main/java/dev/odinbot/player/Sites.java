package dev.odinbot.player;

import com.google.common.base.Suppliers;
import com.sedmelluq.discord.lavaplayer.player.AudioPlayerManager;
import com.sedmelluq.discord.lavaplayer.source.AudioSourceManager;
import com.sedmelluq.discord.lavaplayer.source.bandcamp.BandcampAudioSourceManager;
import com.sedmelluq.discord.lavaplayer.source.getyarn.GetyarnAudioSourceManager;
import com.sedmelluq.discord.lavaplayer.source.nico.NicoAudioSourceManager;
import com.sedmelluq.discord.lavaplayer.source.soundcloud.SoundCloudAudioSourceManager;
import com.sedmelluq.discord.lavaplayer.source.twitch.TwitchStreamAudioSourceManager;
import com.sedmelluq.discord.lavaplayer.source.vimeo.VimeoAudioSourceManager;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpConfigurable;
import com.sedmelluq.discord.lavaplayer.track.AudioItem;
import com.sedmelluq.discord.lavaplayer.track.AudioReference;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The sites whose pages LavaPlayer knows how to read. Some call home when they are made, so each is made when first asked. */
final class Sites {

    private final AudioPlayerManager manager;
    private final GuardedHttp http;
    private final Queue<AudioSourceManager> made = new ConcurrentLinkedQueue<>();
    private final Map<String, Supplier<AudioSourceManager>> byDomain = new TreeMap<>();

    Sites(AudioPlayerManager manager, GuardedHttp http) {
        this.manager = manager;
        this.http = http;
        Supplier<AudioSourceManager> soundcloud = source(SoundCloudAudioSourceManager::createDefault);
        byDomain.put("soundcloud.com", soundcloud);
        byDomain.put("goo.gl", soundcloud);
        byDomain.put("bandcamp.com", source(() -> new BandcampAudioSourceManager(false)));
        byDomain.put("vimeo.com", source(VimeoAudioSourceManager::new));
        byDomain.put("twitch.tv", source(TwitchStreamAudioSourceManager::new));
        byDomain.put("getyarn.io", source(GetyarnAudioSourceManager::new));
        byDomain.put("nicovideo.jp", source(NicoAudioSourceManager::new));
    }

    private Supplier<AudioSourceManager> source(Supplier<AudioSourceManager> maker) {
        return Suppliers.memoize(() -> {
            AudioSourceManager source = maker.get();
            made.add(source);
            ((HttpConfigurable) source).configureBuilder(http::guard);
            return source;
        });
    }

    void close() {
        made.forEach(AudioSourceManager::shutdown);
    }

    /** A track, a playlist, or a reference to another address; empty when no site knows the address. */
    Optional<AudioItem> load(Address address) {
        String host = "." + address.host();
        return byDomain.entrySet().stream()
                .filter(site -> host.endsWith("." + site.getKey()))
                .findFirst()
                .map(site -> site.getValue()
                        .get()
                        .loadItem(manager, new AudioReference(address.uri().toString(), null)));
    }
}
