package dev.odinbot.command;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.odinbot.api.Default;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.permission.PermissionModule;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.time.Ticker;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The dispatcher with all that it asks, under a config and a clock of the test's. */
final class CommandRig {

    final FakeTicker ticker = new FakeTicker();
    final FakeRoom room = new FakeRoom();
    final CommandRegistry registry;
    final Permissions permissions;
    final CommandSettings settings;
    final CommandAccess access;
    private final CommandDispatcher dispatcher;

    /** The sections that this is about, of a config.yml. */
    record Sections(
            PermissionConfig permissions,
            CommandsConfig commands,

            @Default("{commands-per-user: {burst: 1, per-minute: 0}, commands-per-room: {burst: 1, per-minute: 0}}")
            ChatConfig chat) {}

    /** @param yaml flood limits are off unless it has them */
    CommandRig(String... yaml) {
        Sections sections = read(yaml);
        Injector injector = Guice.createInjector(
                new CommandModule(sections.commands(), sections.chat()),
                PermissionModule.inMemory(sections.permissions()),
                binder -> binder.bind(Ticker.class).toInstance(ticker));
        registry = injector.getInstance(CommandRegistry.class);
        permissions = injector.getInstance(Permissions.class);
        settings = injector.getInstance(CommandSettings.class);
        access = injector.getInstance(CommandAccess.class);
        dispatcher = injector.getInstance(CommandDispatcher.class);
    }

    static Sections read(String... yaml) {
        return new ConfigReader(Map.of()).read("config.yml", String.join("\n", yaml), Sections.class);
    }

    CommandOutcome says(FakePeer peer, String line) {
        return later(room, peer, line).join();
    }

    CompletableFuture<CommandOutcome> later(FakeRoom in, FakePeer peer, String line) {
        return dispatcher
                .dispatch(new CommandCall(in, peer.peer(), in.player(), line))
                .toCompletableFuture();
    }
}
