package dev.odinbot.command;

import dev.odinbot.api.command.Reply;
import dev.odinbot.command.argument.Binding;
import dev.odinbot.command.requirement.Admission;
import dev.odinbot.command.requirement.FloodLimits;
import dev.odinbot.command.requirement.RequirementGate;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parse, find, permission, convert, vote, concurrency and cooldown, run; each stage may end the line with an outcome. Permission comes
 * before conversion, so that a stranger learns nothing of a command, and the rest after it, so that a typo costs nothing.
 */
final class StagedDispatcher implements CommandDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(StagedDispatcher.class);

    private final CommandRegistry registry;

    private final RequirementGate gate;
    private final FloodLimits limits;

    @Inject
    StagedDispatcher(CommandRegistry registry, RequirementGate gate, FloodLimits limits) {
        this.registry = registry;
        this.gate = gate;
        this.limits = limits;
    }

    @Override
    public CompletionStage<CommandOutcome> dispatch(CommandCall call) {
        try {
            return parse(call);
        } catch (Throwable fault) {
            // Also an Error: a plugin with a missing class must not take the room's executor with it.
            return done(failed(fault, call, "of a line"));
        }
    }

    private CompletionStage<CommandOutcome> parse(CommandCall call) {
        Optional<CommandLine> line = CommandLine.parse(call.line(), call.room().prefix());
        if (line.isEmpty()) {
            return done(new CommandOutcome.NotACommand());
        }
        return limits.count(call.room(), call.sender().userId())
                .map(tooFast -> done(
                        tooFast.told()
                                ? new CommandOutcome.Silent()
                                : new CommandOutcome.TooFast(tooFast.per(), tooFast.waitFor())))
                .orElseGet(() -> find(call, line.get()));
    }

    private CompletionStage<CommandOutcome> find(CommandCall call, CommandLine line) {
        return registry.match(line)
                .filter(match -> match.command().requirements().existsIn(call.room()))
                .map(match -> permission(call, match.command(), match.arguments()))
                .orElseGet(() -> done(UnknownCommands.of(line, registry.allowed(call.room(), call.sender()))));
    }

    private CompletionStage<CommandOutcome> permission(
            CommandCall call, CommandIndex.Listed command, String arguments) {
        return gate.permits(command.requirements(), call.sender().userId())
                ? convert(call, command, arguments)
                : done(new CommandOutcome.Denied(
                        command.info().name(), command.requirements().permission()));
    }

    private CompletionStage<CommandOutcome> convert(CommandCall call, CommandIndex.Listed command, String arguments) {
        Binding binding;
        try {
            binding = command.method().bind(arguments, call);
        } catch (Throwable fault) {
            return done(failed(fault, call, command)); // of a plugin's converter
        }
        if (binding instanceof Binding.Refused refused) {
            return done(new CommandOutcome.BadArguments(
                    refused.argument(), refused.problem(), command.info().usage()));
        }
        return enter(call, (Binding.Bound) binding, command, arguments);
    }

    private CompletionStage<CommandOutcome> enter(
            CommandCall call, Binding.Bound bound, CommandIndex.Listed command, String arguments) {
        Admission admission = gate.enter(
                command.method().requirements(),
                command.requirements(),
                new RequirementGate.Attempt(arguments, position(bound), call.room(), call.sender(), call.player()));
        String name = command.info().name();
        if (admission instanceof Admission.Voted voted) {
            String asTyped = (name + " " + arguments).strip();
            return done(new CommandOutcome.Voted(asTyped, voted.voices(), voted.needed(), voted.again()));
        }
        if (admission instanceof Admission.Busy busy) {
            return done(new CommandOutcome.Busy(name, busy.per()));
        }
        if (admission instanceof Admission.CoolingDown cooling) {
            return done(new CommandOutcome.CoolingDown(name, cooling.per(), cooling.waitFor()));
        }
        return run(call, bound, command, ((Admission.Admitted) admission).done());
    }

    private static OptionalInt position(Binding.Bound bound) {
        return bound.values().length > 0 && bound.values()[0] instanceof Integer number
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    private static CompletionStage<CommandOutcome> run(
            CommandCall call, Binding.Bound bound, CommandIndex.Listed command, Runnable over) {
        try {
            Object result = command.method().invoke(call, bound);
            if (result instanceof CompletionStage<?> stage) {
                return stage.handle((reply, fault) -> {
                    over.run();
                    return fault == null ? outcome(reply, call, command) : failed(fault, call, command);
                });
            }
            over.run();
            return done(command.method().silent() ? new CommandOutcome.Silent() : outcome(result, call, command));
        } catch (Throwable fault) {
            over.run();
            return done(failed(fault, call, command));
        }
    }

    private static CommandOutcome outcome(@Nullable Object reply, CommandCall call, CommandIndex.Listed command) {
        if (!(reply instanceof Reply answer)) {
            return failed(new IllegalStateException("The command returned null for a Reply"), call, command);
        }
        try {
            String words = command.messages().word(answer.text(), call.room().locale());
            return words.isEmpty() ? new CommandOutcome.Silent() : new CommandOutcome.Replied(words);
        } catch (Throwable fault) {
            return failed(fault, call, command); // of what a plugin put into the sentence
        }
    }

    private static CommandOutcome failed(Throwable fault, CommandCall call, CommandIndex.Listed command) {
        return failed(
                fault,
                call,
                command.info().name() + " of plugin " + command.info().plugin());
    }

    private static CommandOutcome failed(Throwable fault, CommandCall call, String command) {
        if (fault instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String errorId = String.format("%06x", ThreadLocalRandom.current().nextInt(1 << 24));
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        LOG.error(
                "Command {} failed in room {} (error {})", command, call.room().id(), errorId, cause);
        return new CommandOutcome.Failed(errorId);
    }

    private static CompletionStage<CommandOutcome> done(CommandOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
