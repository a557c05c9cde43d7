package dev.odinbot.command;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.text.MessageBundles;

/** Registry, dispatcher and wording of chat commands. */
public final class CommandModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(CommandCatalog.class).to(CommandRegistry.class);
        bind(CommandDispatcher.class).to(StagedDispatcher.class).in(Singleton.class);
        bind(MessageBundles.class).toInstance(MessageBundles.beside(CommandModule.class));
        bind(BuiltInCommands.class).asEagerSingleton();
        bind(OutcomeText.class).to(BundledOutcomeText.class).in(Singleton.class);
    }
}
