package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.command.argument.Binding;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.TestGate;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandMethodTest {

    private final CommandRegistry registry = new CommandRegistry(TestGate.open());
    private final FakeRoom room = new FakeRoom();
    private final List<@Nullable Object> got = new ArrayList<>();

    private record Dice(int sides) {}

    @SuppressWarnings("unused") // called by its command
    private final class Handler {
        @Command("give <first> [second]")
        void give(
                Optional<String> second,
                Player player,
                Peer sender,
                @Flag boolean loud,
                Peer first,
                Room where,
                CommandCatalog catalog) {
            got.addAll(List.of(second, player, sender, loud, first, where, catalog));
        }

        @Command("roll <dice>")
        void roll(Dice dice) {
            got.add(dice);
        }

        @Command("loader [fault]")
        void loader(Optional<String> fault) {
            got.add(Thread.currentThread().getContextClassLoader());
            fault.ifPresent(text -> {
                throw new IllegalStateException(text);
            });
        }
    }

    @Test
    void invoke_parametersInAnyOrder_getWhatTheyAskFor() throws Throwable {
        open().publish(Optional.empty());
        Peer anna = room.peer("anna").peer();
        Peer bert = room.peer("bert").peer();

        run("give --loud bert x", anna);

        assertThat(got).containsExactly(Optional.of("x"), room.player(), anna, true, bert, room, registry);
    }

    @Test
    void invoke_ownType_isConvertedByThePluginsConverter() throws Throwable {
        open().publish(Optional.empty());

        run("roll 20", room.peer("anna").peer());

        assertThat(got).containsExactly(new Dice(20));
    }

    @Test
    void invoke_threadsContextClassLoader_isThePluginsMeanwhile() throws Throwable {
        open().publish(Optional.empty());
        Peer anna = room.peer("anna").peer();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            thread.setContextClassLoader(other);
            run("loader", anna);
            assertThat(thread.getContextClassLoader()).isSameAs(other);

            assertThatThrownBy(() -> run("loader broken", anna)).hasMessage("broken");
            assertThat(thread.getContextClassLoader()).isSameAs(other);
        } finally {
            thread.setContextClassLoader(before);
        }

        ClassLoader own = getClass().getClassLoader();
        assertThat(got).containsExactly(own, own);
    }

    private PluginCommands open() {
        PluginCommands commands = TestCommands.open(registry, "test");
        commands.convert(Dice.class, (text, call) -> Conversion.of(new Dice(Integer.parseInt(text))));
        commands.register(new Handler());
        return commands;
    }

    private void run(String line, Peer sender) throws Throwable {
        CommandIndex.Match match = registry.match(new CommandLine(line)).orElseThrow();
        CommandCall call = new CommandCall(room, sender, room.player(), line);
        Binding bound = match.command().method().bind(match.arguments(), call);
        match.command().method().invoke(call, (Binding.Bound) bound);
    }
}
