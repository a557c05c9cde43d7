package dev.odinbot.command;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.odinbot.api.command.CommandCatalog;

/** Registry, dispatcher and wording of chat commands. */
public final class CommandModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(CommandCatalog.class).to(CommandRegistry.class);
        bind(CommandDispatcher.class).to(StagedDispatcher.class).in(Singleton.class);
        bind(OutcomeText.class).to(EnglishOutcomeText.class).in(Singleton.class);
    }
}
