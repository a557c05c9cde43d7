package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.Between;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Room;
import dev.odinbot.testing.GoldenFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

@SuppressWarnings("unused") // the handlers' methods are only read
class HandlerReaderTest {

    private static final class Mistakes {
        @Command("a1 <x>")
        Reply argumentWithoutParameter(String y) {
            return Reply.silent();
        }

        @Command("a2")
        Reply parameterWithoutArgument(List<String> names) {
            return Reply.silent();
        }

        @Command("a3 <x>")
        Reply badType(double x) {
            return Reply.silent();
        }

        @Command("a4 [x]")
        Reply optionalButNotByType(int x) {
            return Reply.silent();
        }

        @Command("a5 <x>")
        Reply requiredButOptionalByType(OptionalInt x) {
            return Reply.silent();
        }

        @Command("a6 [x] <y>")
        Reply requiredAfterOptional(Optional<String> x, String y) {
            return Reply.silent();
        }

        @Command("a7 <x> <x>")
        Reply twice(String x) {
            return Reply.silent();
        }

        @Command("a8 x")
        Reply noBrackets(String x) {
            return Reply.silent();
        }

        @Command("a9 <x> <y>")
        Reply restInTheMiddle(@Rest String x, String y) {
            return Reply.silent();
        }

        @Command("b1 <x>")
        Reply restNumber(@Rest int x) {
            return Reply.silent();
        }

        @Command("b2 <x>")
        Reply betweenWords(@Between(min = 1) String x) {
            return Reply.silent();
        }

        @Command("b3 <x>")
        Reply emptyRange(@Between(min = 2, max = 1) int x) {
            return Reply.silent();
        }

        @Command("b4")
        Reply annotatedInjection(@Rest Room room) {
            return Reply.silent();
        }

        @Command("b5")
        String returnsText() {
            return "";
        }

        @Command("b6")
        @SuppressWarnings("NullAway")
        CompletionStage<String> returnsStageOfText() {
            return null;
        }

        @Command("b7")
        static Reply isStatic() {
            return Reply.silent();
        }

        @Command("")
        Reply noName() {
            return Reply.silent();
        }

        @Command("!b8")
        @Alias({"b 8", "8"})
        Reply oddNames() {
            return Reply.silent();
        }

        @Description("Does something")
        Reply noCommand() {
            return Reply.silent();
        }

        @Command("fine [x]")
        Reply fine(Optional<String> x) {
            return Reply.silent();
        }
    }

    @Test
    void register_mistakes_areAllNamedWithClassAndMethod() {
        GoldenFile.assertMatches(getClass(), "signature-mistakes.txt", refusal(new Mistakes()) + "\n");
    }

    @Test
    void register_handlerWithoutCommands_isRefused() {
        assertThatThrownBy(() -> new CommandRegistry().register("p", new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.Object: no method has @Command");
    }

    private static String refusal(Object handler) {
        ThrowingSupplier<CommandRegistration> register = () -> new CommandRegistry().register("p", handler);
        return org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, register::get)
                .getMessage();
    }
}
