package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.command.Command;
import dev.odinbot.testing.PluginJar;
import dev.odinbot.testing.TestGate;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the loaded class shows; all the rules are tested beside them, in the signature package. */
@SuppressWarnings("unused") // the handlers' methods are only read
class HandlerReaderTest {

    private final CommandRegistry registry = new CommandRegistry(TestGate.open());

    private static final class Strange {
        @Command("a <id>")
        void strange(UUID id) {}

        @Command("b [ids...]")
        void several(List<UUID> ids) {}

        @Command("c [id]")
        void optional(Optional<UUID> id) {}
    }

    @Test
    void register_typesWithoutConverter_areAllNamed() {
        assertThatThrownBy(() -> TestCommands.open(registry, "p").register(new Strange()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        dev.odinbot.command.HandlerReaderTest$Strange.optional: argument 'id' has type java.util.UUID, \
                        for which the plugin brought no converter
                        dev.odinbot.command.HandlerReaderTest$Strange.several: argument 'ids' has type java.util.UUID, \
                        for which the plugin brought no converter
                        dev.odinbot.command.HandlerReaderTest$Strange.strange: argument 'id' has type java.util.UUID, \
                        for which the plugin brought no converter""");
    }

    @Test
    void register_handlerThatDeclaresNothing_isRefused() {
        assertThatThrownBy(() -> TestCommands.open(registry, "p").register(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.Object: no method has @Command, @Listen or @Schedule");
    }

    @Test
    void register_compiledWithoutNames_isFineForListenersAndRefusedForCommands(@TempDir Path folder) throws Exception {
        Path jar = PluginJar.of("p")
                .source(
                        "p.Listening",
                        "public class Listening { @dev.odinbot.api.event.Listen void on(dev.odinbot.api.room.RoomEvent e) {} }")
                .source("p.Calling", "public class Calling { @Command(\"a <id>\") void a(String id) {} }")
                .nameless()
                .write(folder.resolve("p.jar"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            Object listening = loader.loadClass("p.Listening").getConstructor().newInstance();
            Object calling = loader.loadClass("p.Calling").getConstructor().newInstance();

            assertThatCode(() -> TestCommands.open(registry, "p").register(listening))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> TestCommands.open(registry, "p").register(calling))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("p.Calling.a: was compiled without parameter names; compile with -parameters");
        }
    }
}
