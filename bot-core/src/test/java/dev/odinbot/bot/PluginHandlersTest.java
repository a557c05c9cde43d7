package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandDispatcher;
import dev.odinbot.command.CommandModule;
import dev.odinbot.command.CommandOutcome;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.listener.ListenedRoom;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.permission.PermissionModule;
import dev.odinbot.plugin.HandlerRegistrar.Handlers;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Commands and listeners of one plugin change together. */
class PluginHandlersTest {

    private static final int RELOADS = 500;

    private final FakeTicker ticker = new FakeTicker();
    private final FakeRoom room = new FakeRoom();
    private final ListenerRegistry listeners =
            new ListenerRegistry(new ManualTimers(ticker), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Injector commands = Guice.createInjector(
            new CommandModule(),
            PermissionModule.inMemory(PermissionConfig.NONE),
            binder -> binder.bind(Ticker.class).toInstance(ticker));
    private final PluginHandlers handlers = new PluginHandlers(commands.getInstance(CommandRegistry.class), listeners);
    private volatile int heard;

    /** One version of a plugin. */
    public final class Numbered {
        private final int version;

        private Numbered(int version) {
            this.version = version;
        }

        @Command("version")
        Reply version() {
            return Reply.of("" + version);
        }

        @Listen
        void line(ChatMessage message) {
            heard = version;
        }
    }

    @Test
    void reloads_whileLinesCome_neverShowTheNewOfOneKindAndThenTheOldOfTheOther() {
        Handlers first = publish(0, Optional.empty());
        CompletableFuture<Void> reloads = CompletableFuture.runAsync(() -> {
            Handlers last = first;
            for (int version = 1; version <= RELOADS; version++) {
                last = publish(version, Optional.of(last));
            }
        });

        while (!reloads.isDone()) {
            int answered = answered();
            int told = told();
            assertThat(told).isGreaterThanOrEqualTo(answered);
            assertThat(answered()).isGreaterThanOrEqualTo(told);
        }

        reloads.join();
        assertThat(answered()).isEqualTo(RELOADS);
        assertThat(told()).isEqualTo(RELOADS);
    }

    private Handlers publish(int version, Optional<Handlers> replaced) {
        Messages messages = new MessageBundles("numbered", name -> null);
        Handlers fresh = handlers.open("numbered", messages, null);
        fresh.register(new Numbered(version));
        fresh.publish(replaced);
        return fresh;
    }

    private int answered() {
        ticker.advance(Duration.ofMinutes(1)); // nobody is too fast
        CommandCall call = new CommandCall(room, room.peer("Anna").peer(), room.player(), "!version");
        CommandOutcome outcome = commands.getInstance(CommandDispatcher.class)
                .dispatch(call)
                .toCompletableFuture()
                .join();
        assertThat(outcome).isInstanceOf(CommandOutcome.Replied.class);
        return Integer.parseInt(((CommandOutcome.Replied) outcome).text());
    }

    /** A listener that goes before it has run has not heard; then the line after it counts. */
    private int told() {
        ListenedRoom place = new ListenedRoom(room, room.player(), Runnable::run);
        heard = -1;
        while (heard < 0) {
            listeners
                    .calls(place, new ChatMessage(room.peer("Anna").peer(), "hello"))
                    .forEach(Runnable::run);
        }
        return heard;
    }
}
