package dev.odinbot.bot.room;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.TrackEvent;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.RoomEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A plugin's handler that hears everything. */
final class RecordingListener {

    final List<String> log = new CopyOnWriteArrayList<>();
    Runnable onMessage = () -> {};
    private Consumer<Player> withPlayer = player -> {};

    void room(Consumer<Player> action) {
        withPlayer = action;
    }

    @Listen
    void event(RoomEvent event) {
        log.add(event.getClass().getSimpleName());
    }

    @Listen
    void line(ChatMessage message, Player player) {
        onMessage.run();
        withPlayer.accept(player);
        log.add(message.sender().displayName() + " says " + message.text());
    }

    @Listen
    void track(TrackEvent event) {
        log.add(event.getClass().getSimpleName() + " " + event.track().title());
    }
}
