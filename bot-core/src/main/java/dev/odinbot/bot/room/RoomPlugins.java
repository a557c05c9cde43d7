package dev.odinbot.bot.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.Registration;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.Peer;
import dev.odinbot.bot.room.ChatCodec.Chat;
import dev.odinbot.command.CommandCall;
import dev.odinbot.listener.ListenedRoom;
import dev.odinbot.listener.ListenerRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What plugins have of one room: commands that are called there, and what happens there. Used on the room's executor. */
final class RoomPlugins {

    private final Commands commands;
    private final ListenerRegistry listeners;
    private final RoomChat chat;
    private final RoomExecutor executor;
    private final ListenedRoom place;

    @GuardedBy("this")
    private Optional<Registration> entered = Optional.empty();

    @GuardedBy("this")
    private boolean closed;

    RoomPlugins(Commands commands, ListenerRegistry listeners, RoomChat chat, Player player, RoomExecutor executor) {
        this.commands = commands;
        this.listeners = listeners;
        this.chat = chat;
        this.executor = executor;
        this.place = new ListenedRoom(chat, player, executor::executePlugins);
    }

    /** Each listener is a task of its own: one that is slow holds back neither the others nor the room. */
    void tell(Object event) {
        executor.executePluginsNext(listeners.calls(place, event));
    }

    /** Tells of a line, and then runs the command that it may be. */
    void said(Peer sender, Chat said) {
        List<Runnable> tasks = new ArrayList<>(listeners.calls(place, new ChatMessage(sender, said.text())));
        tasks.add(() -> commands.run(new CommandCall(chat, sender, place.player(), said.text()), answer -> {
            if (!answer.isEmpty()) {
                chat.reply(sender, answer, said.form());
            }
        }));
        executor.executePluginsNext(tasks);
    }

    /** From now on schedules run here, until {@link #leave}. */
    synchronized void enter() {
        if (entered.isEmpty() && !closed) {
            entered = Optional.of(listeners.enter(place));
        }
    }

    synchronized void leave() {
        entered.ifPresent(Registration::close);
        entered = Optional.empty();
    }

    /** Leaves for good; any thread. */
    synchronized void close() {
        closed = true;
        leave();
    }
}
