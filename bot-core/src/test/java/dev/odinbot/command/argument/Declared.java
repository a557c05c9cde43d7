package dev.odinbot.command.argument;

import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.CommandModule;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.MethodRules;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.text.MessageBundles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A command of a test's class, with a room to call it in. */
final class Declared {

    static final MessageBundles CORE = MessageBundles.beside(CommandModule.class);

    final FakeRoom room = new FakeRoom();
    final CommandSignature signature;
    final Arguments arguments;

    /** @param name of the method */
    Declared(Class<?> handler, String name, OwnConverters own) {
        Method method = Arrays.stream(handler.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        signature = MethodRules.read(method).command().orElseThrow();
        List<String> faults = new ArrayList<>();
        arguments = Arguments.of(signature, new ValueTypes(signature, method), own, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
    }

    Declared(Class<?> handler, String name) {
        this(handler, name, new OwnConverters(CORE));
    }

    Converter.Call call() {
        return new Converter.Call(room, room.peer("anna").peer());
    }

    Binding bind(String text) {
        return arguments.bind(text, call());
    }

    /** The values, or the refusal in that language. */
    String answer(String text, Locale locale) {
        room.setLocale(locale);
        Binding binding = bind(text);
        if (binding instanceof Binding.Bound bound) {
            return Arrays.toString(bound.values());
        }
        Text problem = ((Binding.Refused) binding).problem();
        return CORE.word(problem, locale);
    }
}
