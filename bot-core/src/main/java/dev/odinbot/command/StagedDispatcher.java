package dev.odinbot.command;

import dev.odinbot.api.command.Reply;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.CommandMethod.Invocation;
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
        Optional<CommandIndex.Listed> command = registry.lookup(line.name());
        return command.isEmpty()
                ? done(new CommandOutcome.UnknownCommand(
                        line.name(), registry.nearest(line.name()).stream().toList()))
                : convert(call, command.get(), line.arguments());
    }

    private static CompletionStage<CommandOutcome> convert(
            CommandCall call, CommandIndex.Listed command, String arguments) {
        ArgumentConversion result = ArgumentConversion.of(command.method().arguments(), arguments);
        return result.refusal()
                .<CompletionStage<CommandOutcome>>map(refusal -> done(new CommandOutcome.BadArguments(
                        refusal.argument(), refusal.problem(), command.info().usage())))
                .orElseGet(() -> run(new Invocation(call, result.values()), command));
    }

    private static CompletionStage<CommandOutcome> run(Invocation invocation, CommandIndex.Listed command) {
        try {
            Object result = command.method().invoke(invocation);
            if (result instanceof CompletionStage<?> stage) {
                return stage.handle((reply, fault) ->
                        fault == null ? outcome(reply, invocation, command) : failed(fault, invocation, command));
            }
            return done(command.method().silent() ? new CommandOutcome.Silent() : outcome(result, invocation, command));
        } catch (Throwable fault) {
            // Also an Error: a plugin with a missing class must not take the room's executor with it.
            if (fault instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return done(failed(fault, invocation, command));
        }
    }

    private static CommandOutcome outcome(@Nullable Object reply, Invocation invocation, CommandIndex.Listed command) {
        if (!(reply instanceof Reply answer)) {
            return failed(new IllegalStateException("The command returned null for a Reply"), invocation, command);
        }
        String words = answer.text() instanceof Text.Literal literal ? literal.words() : "";
        return words.isEmpty() ? new CommandOutcome.Silent() : new CommandOutcome.Replied(words);
    }

    private static CommandOutcome failed(Throwable fault, Invocation invocation, CommandIndex.Listed command) {
        String errorId = String.format("%06x", ThreadLocalRandom.current().nextInt(1 << 24));
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        LOG.error(
                "Command {} of plugin {} failed in room {} (error {})",
                command.info().name(),
                command.info().plugin(),
                invocation.call().room().id(),
                errorId,
                cause);
        return new CommandOutcome.Failed(errorId);
    }

    private static CompletionStage<CommandOutcome> done(CommandOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
