package dev.odinbot.plugin;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import java.util.Optional;

/** Where plugins' handlers become commands and listeners; {@code bot} binds it to the registries of both. */
public interface HandlerRegistrar {

    /** A place for what one load of a plugin registers; nothing of it is seen before it is published. */
    Handlers open(String plugin, Messages messages, Scheduler scheduler);

    /** All that one load of a plugin has registered, which comes and goes as one unit. Any thread. */
    interface Handlers extends AutoCloseable {

        /**
         * Takes the annotated methods of {@code handler}; at work from {@link #publish} on, or at once after it.
         *
         * @throws IllegalArgumentException when methods do not fit their annotations; names every one of them
         */
        Registration register(Object handler);

        <T> Registration convert(Class<T> type, Converter<T> converter);

        /** Puts all of it to work; what it replaces is gone in the same moment: no line finds neither or both. */
        void publish(Optional<Handlers> replaced);

        /** Removes all of it. */
        @Override
        void close();
    }
}
