package dev.odinbot.signature;

import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.Rest;
import dev.odinbot.signature.ValueShape.Wrapping;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads parameters with {@link Flag}. */
final class FlagRules {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern SHORTHAND = Pattern.compile("[A-Za-z]?");

    private FlagRules() {}

    static FlagShape read(ParameterShape parameter, Fault.Collector faults) {
        Flag flag = Objects.requireNonNull(parameter.annotations().get(Flag.class));
        String name = flag.value().isEmpty() ? kebab(parameter.name()) : flag.value();
        String subject = "flag --" + name + " ";
        if (!NAME.matcher(name).matches()) {
            faults.add(
                    parameter.name(),
                    "'" + name + "' is no name for a flag: small letters, digits and single dashes, without the two "
                            + "dashes that are typed");
        }
        if (!SHORTHAND.matcher(flag.shorthand()).matches()) {
            faults.add(
                    parameter.name(), subject + "has the short form '" + flag.shorthand() + "'; it must be one letter");
        }
        if (parameter.annotations().has(Rest.class)) {
            faults.add(parameter.name(), subject + "cannot have @Rest");
        }
        ValueShape value = new ValueRules(subject, parameter, faults).read();
        boolean takesValue = !parameter.type().is("boolean");
        if (value.wrapping() == Wrapping.LIST) {
            faults.add(parameter.name(), subject + "is a List, but a flag is given once");
        } else if (takesValue && !value.wrapping().optional() && value.absent().isEmpty()) {
            faults.add(
                    parameter.name(),
                    subject
                            + "can be left out; make it Optional, OptionalInt or OptionalDouble, or give it a @Default");
        } else if (!takesValue && value.absent().isPresent()) {
            faults.add(
                    parameter.name(), subject + "is a boolean, which is false when it is not given; remove @Default");
        }
        return new FlagShape("--" + name, flag.shorthand().isEmpty() ? "" : "-" + flag.shorthand(), takesValue, value);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static void checkNames(List<FlagShape> flags, Fault.Collector faults) {
        Set<String> seen = new HashSet<>();
        for (FlagShape flag : flags) {
            if (!seen.add(flag.name())) {
                faults.add("has two flags " + flag.name());
            }
            if (!flag.shorthand().isEmpty() && !seen.add(flag.shorthand())) {
                faults.add("has two flags with the short form " + flag.shorthand());
            }
        }
    }

    static String usage(String pattern, List<FlagShape> flags) {
        StringBuilder usage = new StringBuilder(pattern);
        for (FlagShape flag : flags) {
            usage.append(" [").append(flag.name());
            if (flag.takesValue()) {
                usage.append(" <").append(flag.value().typeWord()).append('>');
            }
            usage.append(']');
        }
        return usage.toString();
    }
}
