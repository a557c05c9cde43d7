package dev.odinbot.command.argument;

import dev.odinbot.api.Registration;
import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The converters that one plugin brought for types of its own. Any thread. */
public final class OwnConverters {

    private static final Set<Class<?>> STANDARD = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            Boolean.class,
            java.time.Duration.class,
            java.net.URI.class,
            dev.odinbot.api.audio.Position.class,
            dev.odinbot.api.command.Percent.class,
            dev.odinbot.api.room.Peer.class,
            dev.odinbot.api.room.UserId.class,
            Optional.class,
            List.class);

    /** Who is asked for suggestions runs on a thread of the web, and one converter that hangs must not take them all. */
    private static final int MOST_ASKED_AT_ONCE = 2;

    private final Messages messages;
    private final Map<Class<?>, Own<?>> converters = new ConcurrentHashMap<>();

    /** @param messages of the plugin, which word what its converters refuse */
    public OwnConverters(Messages messages) {
        this.messages = messages;
    }

    /** @throws IllegalArgumentException when the type has a converter already */
    public <T> Registration add(Class<T> type, Converter<T> converter) {
        Own<T> own = new Own<>(converter, new Semaphore(MOST_ASKED_AT_ONCE));
        if (type.isPrimitive()
                || type.isEnum()
                || STANDARD.contains(type)
                || converters.putIfAbsent(type, own) != null) {
            throw new IllegalArgumentException(type.getName() + " has a converter already");
        }
        return () -> converters.remove(type, own);
    }

    /** The converter of that type, its refusals worded to name {@code argument}. */
    Optional<Converter<?>> find(String argument, Class<?> type) {
        return Optional.ofNullable(converters.get(type)).map(own -> new Named<>(argument, own, messages));
    }

    /** @param places how many more may ask it for suggestions now */
    private record Own<T>(Converter<T> converter, Semaphore places) {

        private List<String> suggestions(Converter.Call call) {
            if (!places.tryAcquire()) {
                return List.of();
            }
            try {
                return converter.suggestions(call);
            } finally {
                places.release();
            }
        }
    }

    private record Named<T>(String argument, Own<T> own, Messages messages) implements Converter<T> {
        @Override
        public Conversion<T> convert(String text, Call call) {
            Conversion<T> conversion = own.converter.convert(text, call);
            return conversion instanceof Conversion.Refused<T> refused
                    ? Conversion.refused(Text.key(
                            "argument.own",
                            argument,
                            messages.word(refused.reason(), call.room().locale())))
                    : conversion;
        }

        @Override
        public List<String> suggestions(Call call) {
            return own.suggestions(call);
        }
    }
}
