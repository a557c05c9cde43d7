package dev.odinbot.signature;

import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.event.Schedule;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * What one method declares, and all that does not fit.
 *
 * @param command there when the method has @Command; to be used only when there are no faults, as is {@code schedule}
 * @param listens whether it has @Listen
 */
public record MethodRules(
        Optional<CommandSignature> command, boolean listens, Optional<ScheduleSignature> schedule, List<Fault> faults) {

    /** They say something of a command, so that the method must be one. */
    static final List<Class<? extends Annotation>> OF_COMMANDS = List.of(
            Alias.class,
            Description.class,
            Example.class,
            Permission.class,
            Cooldown.class,
            MaxConcurrency.class,
            Vote.class,
            OnlyInRooms.class);

    /** They say something of a command's parameter. */
    static final List<Class<? extends Annotation>> OF_PARAMETERS = List.of(Rest.class, OneOf.class, Flag.class);

    static final List<Class<? extends Annotation>> OF_METHODS = List.of(Command.class, Listen.class, Schedule.class);

    /** Reads a loaded method, compiled with the names of its parameters; one that declares nothing has no faults. */
    public static MethodRules read(Method method) {
        return read(MethodShape.of(method));
    }

    static MethodRules read(MethodShape method) {
        Fault.Collector faults = new Fault.Collector();
        Annotations annotations = method.annotations();
        Command command = annotations.get(Command.class);
        Schedule schedule = annotations.get(Schedule.class);
        boolean listens = annotations.has(Listen.class);
        if (OF_METHODS.stream().filter(annotations::has).count() > 1) {
            faults.add("has more than one of @Command, @Listen and @Schedule");
        }
        Optional<CommandSignature> signature = Optional.empty();
        if (command == null) {
            checkNoCommand(method, faults);
        } else {
            CommandSignature read = new CommandRules(method, command, faults).read();
            RequirementRules.check(annotations, read.arguments(), faults);
            signature = Optional.of(read);
        }
        if (listens) {
            EventRules.checkListener(method, faults);
        }
        Optional<ScheduleSignature> scheduled =
                schedule == null ? Optional.empty() : Optional.of(EventRules.readSchedule(method, schedule, faults));
        return new MethodRules(signature, listens, scheduled, faults.all());
    }

    private static void checkNoCommand(MethodShape method, Fault.Collector faults) {
        for (Class<? extends Annotation> annotation : OF_COMMANDS) {
            if (method.annotations().has(annotation)) {
                faults.add("has @" + annotation.getSimpleName() + " but no @Command");
            }
        }
        for (ParameterShape parameter : method.parameters()) {
            for (Class<? extends Annotation> annotation : OF_PARAMETERS) {
                if (parameter.annotations().has(annotation)) {
                    faults.add(
                            parameter.name(),
                            "parameter '" + parameter.name() + "' has @" + annotation.getSimpleName()
                                    + " but the method has no @Command");
                }
            }
        }
    }
}
