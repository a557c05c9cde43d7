package dev.odinbot.bench;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.api.room.Peer;
import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandDispatcher;
import dev.odinbot.command.CommandModule;
import dev.odinbot.command.CommandOutcome;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.PluginCommands;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.permission.PermissionModule;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.Ticker;
import java.util.Optional;

/** The whole dispatcher, as the bot has it. */
final class OurDispatch {

    private final FakeRoom room = new FakeRoom();
    private final Peer sender = room.peer("anna").peer();
    private final CommandDispatcher dispatcher;

    OurDispatch() {
        Injector injector = Guice.createInjector(
                new CommandModule(),
                PermissionModule.inMemory(PermissionConfig.NONE),
                binder -> binder.bind(Ticker.class).toInstance(new FakeTicker()));
        PluginCommands commands =
                injector.getInstance(CommandRegistry.class).open("bench", MessageBundles.beside(FiftyCommands.class));
        commands.register(new FiftyCommands());
        commands.publish(Optional.empty());
        dispatcher = injector.getInstance(CommandDispatcher.class);
    }

    Peer sender() {
        return sender;
    }

    /** @param line with the prefix */
    CommandOutcome dispatch(String line) {
        return dispatcher
                .dispatch(new CommandCall(room, sender, room.player(), line))
                .toCompletableFuture()
                .join();
    }

    static DispatchResult result(CommandOutcome outcome) {
        if (outcome instanceof CommandOutcome.Replied) {
            return DispatchResult.RAN;
        }
        if (outcome instanceof CommandOutcome.BadArguments || outcome instanceof CommandOutcome.UnknownCommand) {
            return DispatchResult.REFUSED;
        }
        if (outcome instanceof CommandOutcome.Denied) {
            return DispatchResult.DENIED;
        }
        throw new IllegalStateException("We failed: " + outcome);
    }
}
