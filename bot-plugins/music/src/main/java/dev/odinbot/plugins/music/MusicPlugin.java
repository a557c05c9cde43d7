package dev.odinbot.plugins.music;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;

/** Plays music in rooms. */
final class MusicPlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        context.register(new PlaybackCommands());
        context.register(new NowPlayingCommand());
        context.register(new QueueCommands(context.messages()));
        context.register(new VolumeCommand());
    }
}
