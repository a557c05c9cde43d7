package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Vote;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.command.requirement.Requirements.Slots;
import dev.odinbot.signature.Names;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the annotations of one method; the numbers in them have been checked by {@code signature}. */
record AnnotationReader(Method method, List<String> faults) {

    static final Pattern PERMISSION = Pattern.compile(Names.WORD + "(\\." + Names.WORD + ")*");
    static final Pattern GROUP = Pattern.compile(Names.WORD);

    Requirements read(String plugin, String words) {
        Requirements none = Requirements.none(plugin, words);
        Optional<Permission> permission = Optional.ofNullable(method.getAnnotation(Permission.class));
        return new Requirements(
                none.command(),
                permission
                        .map(Permission::value)
                        .filter(name -> !name.isEmpty())
                        .map(name -> checked(
                                name, PERMISSION, "is no permission: words with dots between, as in music.skip"))
                        .orElse(none.permission()),
                permission
                        .map(Permission::grantedTo)
                        .map(name -> checked(name, GROUP, "is no name of a group: letters, digits, - and _"))
                        .orElse(none.grantedTo()),
                cooldown(),
                concurrency(),
                vote(),
                rooms(),
                true);
    }

    private String checked(String name, Pattern form, String problem) {
        if (!form.matcher(name).matches()) {
            faults.add("has a @Permission where '" + name + "' " + problem);
        }
        return Names.fold(name);
    }

    private Optional<Rate> cooldown() {
        return Optional.ofNullable(method.getAnnotation(Cooldown.class))
                .map(cooldown -> new Rate(Duration.ofSeconds(cooldown.seconds()), cooldown.burst(), cooldown.per()));
    }

    private Optional<Slots> concurrency() {
        return Optional.ofNullable(method.getAnnotation(MaxConcurrency.class))
                .map(max -> new Slots(max.value(), max.per()));
    }

    private Optional<Ballot> vote() {
        return Optional.ofNullable(method.getAnnotation(Vote.class))
                .map(vote -> new Ballot(vote.value(), vote.requesterDecides(), vote.undoes()));
    }

    private List<String> rooms() {
        return Optional.ofNullable(method.getAnnotation(OnlyInRooms.class))
                .map(only -> List.of(only.value()))
                .orElse(List.of());
    }
}
