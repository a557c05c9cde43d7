package dev.odinbot.signature;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.BetweenDecimals;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.Rest;
import dev.odinbot.signature.CommandPattern.Place;
import dev.odinbot.signature.CommandSignature.Source;
import dev.odinbot.signature.ValueShape.Wrapping;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a method with {@link Command}. */
final class CommandRules {

    private static final List<Class<? extends Annotation>> OF_ARGUMENTS =
            List.of(Rest.class, OneOf.class, Between.class, BetweenDecimals.class, Default.class);

    private final MethodShape method;
    private final CommandPattern pattern;
    private final Fault.Collector faults;
    private final Map<Integer, ArgumentShape> arguments = new TreeMap<>();
    private final List<FlagShape> flags = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();

    CommandRules(MethodShape method, Command command, Fault.Collector faults) {
        this.method = method;
        this.faults = faults;
        pattern = CommandPattern.parse(command.value(), faults);
    }

    /** To be used only when there are no faults. */
    CommandSignature read() {
        if (method.isStatic()) {
            faults.add("must not be static");
        }
        checkReturns();
        Set<String> names = new HashSet<>();
        for (ParameterShape parameter : method.parameters()) {
            names.add(parameter.name());
            read(parameter);
        }
        for (Place place : pattern.places()) {
            if (!names.contains(place.name())) {
                faults.add("argument '" + place.name() + "' has no parameter of that name");
            }
        }
        FlagRules.checkNames(flags, faults);
        Description description = method.annotations().get(Description.class);
        CommandSignature signature = new CommandSignature(
                pattern.words(),
                aliases(),
                FlagRules.usage(pattern.usage(), flags),
                description == null ? "" : description.value(),
                examples(),
                List.copyOf(arguments.values()),
                List.copyOf(flags),
                List.copyOf(sources),
                method.returns().is("void"));
        if (faults.none()) {
            ExampleRules.check(signature, faults);
        }
        return signature;
    }

    private void checkReturns() {
        TypeShape type = method.returns();
        String reply = "dev.odinbot.api.command.Reply";
        if (!type.is("void")
                && !type.is(reply)
                && !type.is("java.util.concurrent.CompletionStage", reply)
                && !type.is("java.util.concurrent.CompletableFuture", reply)) {
            faults.add("returns " + type + "; it can return Reply, CompletionStage<Reply> or nothing");
        }
    }

    private void read(ParameterShape parameter) {
        int index = pattern.places().stream().map(Place::name).toList().indexOf(parameter.name());
        if (index >= 0) {
            if (parameter.annotations().has(Flag.class)) {
                faults.add(
                        parameter.name(),
                        "argument '" + parameter.name() + "' has @Flag; a flag is not in the pattern");
            }
            arguments.put(index, argument(parameter, index));
            sources.add(new Source.Argument(index));
        } else if (parameter.annotations().has(Flag.class)) {
            sources.add(new Source.Flag(flags.size()));
            flags.add(FlagRules.read(parameter, faults));
        } else {
            Injection.of(parameter.type())
                    .ifPresentOrElse(
                            what -> inject(parameter, what),
                            () -> faults.add(
                                    parameter.name(),
                                    "parameter '" + parameter.name()
                                            + "' is no argument of the command and no @Flag, and " + parameter.type()
                                            + " cannot be injected; that can " + Injection.NAMES));
        }
    }

    private void inject(ParameterShape parameter, Injection what) {
        if (OF_ARGUMENTS.stream().anyMatch(parameter.annotations()::has)) {
            faults.add(
                    parameter.name(),
                    "parameter '" + parameter.name() + "' is injected and cannot have annotations of an argument");
        }
        sources.add(new Source.Injected(what));
    }

    private ArgumentShape argument(ParameterShape parameter, int index) {
        Place place = pattern.places().get(index);
        String subject = "argument '" + place.name() + "' ";
        ValueShape value = new ValueRules(subject, parameter, faults).read();
        boolean rest = parameter.annotations().has(Rest.class);
        if (rest) {
            checkRest(parameter, index, value, subject);
        }
        boolean list = value.wrapping() == Wrapping.LIST;
        boolean canBeAbsent = value.wrapping().optional() || value.absent().isPresent();
        String problem = "";
        if (place.repeated() && !list) {
            problem = "is " + place + " in the pattern but no List";
        } else if (!place.repeated() && list) {
            problem = "is a List but not repeated; use " + new Place(place.name(), place.required(), true);
        } else if (!list && place.required() && canBeAbsent) {
            problem = (value.absent().isPresent() ? "has @Default" : "is optional by its type")
                    + " but is <required> in the pattern; use [" + place.name() + "]";
        } else if (!list && !place.required() && !canBeAbsent) {
            problem = "is " + place + " in the pattern; make it Optional, OptionalInt or OptionalDouble, or give it "
                    + "a @Default";
        }
        if (!problem.isEmpty()) {
            faults.add(parameter.name(), subject + problem);
        }
        return new ArgumentShape(place.name(), place.required(), place.repeated(), rest, value);
    }

    private void checkRest(ParameterShape parameter, int index, ValueShape value, String subject) {
        if (index < pattern.places().size() - 1) {
            faults.add(parameter.name(), subject + "has @Rest but is not the last one");
        }
        if (value.wrapping() == Wrapping.LIST) {
            faults.add(parameter.name(), subject + "has @Rest but is repeated");
        }
        switch (value.kind()) {
            case TEXT, PEER, USER, OWN -> {}
            default -> faults.add(parameter.name(), subject + "has @Rest but is a " + value.typeWord());
        }
    }

    private List<String> aliases() {
        Alias alias = method.annotations().get(Alias.class);
        List<String> aliases = new ArrayList<>();
        for (String words : alias == null ? new String[0] : alias.value()) {
            String folded = Names.words(Names.split(words), faults);
            if (folded.equals(pattern.words()) || aliases.contains(folded)) {
                faults.add("alias '" + words + "' is there twice");
            }
            aliases.add(folded);
        }
        return List.copyOf(aliases);
    }

    private List<String> examples() {
        Example example = method.annotations().get(Example.class);
        return example == null ? List.of() : List.of(example.value());
    }
}
