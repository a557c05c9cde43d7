package dev.odinbot.command;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.text.MessageBundles;

/** Registry, dispatcher and wording of chat commands. Needs a {@code Ticker} and {@code Permissions}. */
public final class CommandModule extends AbstractModule {

    private final CommandsConfig commands;
    private final ChatConfig chat;

    /** Without overrides and limits. */
    public CommandModule() {
        this(CommandsConfig.NONE, ChatConfig.UNLIMITED);
    }

    public CommandModule(CommandsConfig commands, ChatConfig chat) {
        this.commands = commands;
        this.chat = chat;
    }

    @Override
    protected void configure() {
        bind(CommandsConfig.class).toInstance(commands);
        bind(ChatConfig.class).toInstance(chat);
        bind(CommandCatalog.class).to(CommandRegistry.class);
        bind(CommandDispatcher.class).to(StagedDispatcher.class).in(Singleton.class);
        bind(MessageBundles.class).toInstance(MessageBundles.beside(CommandModule.class));
        bind(BuiltInCommands.class).asEagerSingleton();
        bind(OutcomeText.class).to(BundledOutcomeText.class).in(Singleton.class);
    }
}
