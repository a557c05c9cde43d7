package dev.odinbot.command;

import dev.odinbot.api.command.Reply;
import dev.odinbot.command.argument.Binding;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parse, find, convert, run; each stage may end the line with an outcome. */
final class StagedDispatcher implements CommandDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(StagedDispatcher.class);

    private final CommandRegistry registry;

    @Inject
    StagedDispatcher(CommandRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletionStage<CommandOutcome> dispatch(CommandCall call) {
        Optional<CommandLine> line = CommandLine.parse(call.line(), call.room().prefix());
        return line.isEmpty() ? done(new CommandOutcome.NotACommand()) : find(call, line.get());
    }

    private CompletionStage<CommandOutcome> find(CommandCall call, CommandLine line) {
        Optional<CommandIndex.Match> match = registry.match(line);
        return match.isEmpty()
                ? done(UnknownCommands.of(line, registry.allowed(call.room(), call.sender())))
                : convert(call, match.get().command(), match.get().arguments());
    }

    private static CompletionStage<CommandOutcome> convert(
            CommandCall call, CommandIndex.Listed command, String arguments) {
        try {
            Binding binding = command.method().bind(arguments, call);
            if (binding instanceof Binding.Refused refused) {
                return done(new CommandOutcome.BadArguments(
                        refused.argument(), refused.problem(), command.info().usage()));
            }
            return run(call, (Binding.Bound) binding, command);
        } catch (RuntimeException | LinkageError fault) {
            return done(failed(fault, call, command)); // a plugin's converter
        }
    }

    private static CompletionStage<CommandOutcome> run(
            CommandCall call, Binding.Bound bound, CommandIndex.Listed command) {
        try {
            Object result = command.method().invoke(call, bound);
            if (result instanceof CompletionStage<?> stage) {
                return stage.handle(
                        (reply, fault) -> fault == null ? outcome(reply, call, command) : failed(fault, call, command));
            }
            return done(command.method().silent() ? new CommandOutcome.Silent() : outcome(result, call, command));
        } catch (Throwable fault) {
            // Also an Error: a plugin with a missing class must not take the room's executor with it.
            if (fault instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return done(failed(fault, call, command));
        }
    }

    private static CommandOutcome outcome(@Nullable Object reply, CommandCall call, CommandIndex.Listed command) {
        if (!(reply instanceof Reply answer)) {
            return failed(new IllegalStateException("The command returned null for a Reply"), call, command);
        }
        String words = command.messages().word(answer.text(), call.room().locale());
        return words.isEmpty() ? new CommandOutcome.Silent() : new CommandOutcome.Replied(words);
    }

    private static CommandOutcome failed(Throwable fault, CommandCall call, CommandIndex.Listed command) {
        String errorId = String.format("%06x", ThreadLocalRandom.current().nextInt(1 << 24));
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        LOG.error(
                "Command {} of plugin {} failed in room {} (error {})",
                command.info().name(),
                command.info().plugin(),
                call.room().id(),
                errorId,
                cause);
        return new CommandOutcome.Failed(errorId);
    }

    private static CompletionStage<CommandOutcome> done(CommandOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
