package dev.odinbot.signature;

import dev.odinbot.api.audio.TrackEvent;
import dev.odinbot.api.event.Schedule;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.RoomEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What fits a listener and a schedule. */
final class EventRules {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final String REPLY = "dev.odinbot.api.command.Reply";
    private static final List<Class<?>> EVENTS = List.of(RoomEvent.class, ChatMessage.class, TrackEvent.class);

    private EventRules() {}

    static void checkListener(MethodShape method, Fault.Collector faults) {
        checkMethod(method, faults);
        if (method.parameters().isEmpty()) {
            faults.add("has @Listen but no parameter that says of what it hears; the first is " + known());
            return;
        }
        TypeShape first = method.parameters().get(0).type();
        if (!isEvent(first)) {
            faults.add("has @Listen but its first parameter is " + first + ", which is no event; it can be " + known());
            return;
        }
        checkInjected(method.parameters().subList(1, method.parameters().size()), faults);
        if (!method.returns().is("void") && !method.returns().is(REPLY)) {
            faults.add("returns " + method.returns() + "; a listener can return Reply or nothing");
        }
    }

    private static boolean isEvent(TypeShape type) {
        return EVENTS.stream()
                .flatMap(event -> Stream.concat(Stream.of(event), kinds(event)))
                .anyMatch(event -> type.is(event.getCanonicalName()));
    }

    private static Stream<Class<?>> kinds(Class<?> event) {
        return event.isSealed() ? Arrays.stream(event.getPermittedSubclasses()) : Stream.empty();
    }

    /** {@code RoomEvent (or its Joined, Left …), ChatMessage, TrackEvent (or its …)}. */
    private static String known() {
        return EVENTS.stream()
                .map(event -> event.isSealed()
                        ? event.getSimpleName() + " (or its "
                                + kinds(event).map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")"
                        : event.getSimpleName())
                .collect(Collectors.joining(", "));
    }

    static ScheduleSignature readSchedule(MethodShape method, Schedule schedule, Fault.Collector faults) {
        checkMethod(method, faults);
        checkInjected(method.parameters(), faults);
        boolean inRooms = !method.parameters().isEmpty();
        boolean reply = method.returns().is(REPLY);
        if (reply && !inRooms) {
            faults.add("returns Reply but has no Room or Player parameter, so there is no room to say it to");
        } else if (!reply && !method.returns().is("void")) {
            faults.add("returns " + method.returns() + "; a schedule can return Reply or nothing");
        }
        if (schedule.every().isEmpty() == schedule.at().isEmpty()) {
            faults.add("must have either every or at in @Schedule");
        }
        Optional<Duration> every = Literals.duration(schedule.every()).filter(time -> time.compareTo(SHORTEST) >= 0);
        if (!schedule.every().isEmpty() && every.isEmpty()) {
            faults.add(
                    "has '" + schedule.every() + "' in @Schedule; every is a time like 30s, 10m or 1h30m, at least 1s");
        }
        Optional<LocalTime> at = timeOfDay(schedule.at());
        if (!schedule.at().isEmpty() && at.isEmpty()) {
            faults.add("has '" + schedule.at() + "' in @Schedule; at is a time of day like 06:30");
        }
        return new ScheduleSignature(every, at, inRooms);
    }

    private static Optional<LocalTime> timeOfDay(String text) {
        try {
            return Optional.of(LocalTime.parse(text, TIME_OF_DAY));
        } catch (DateTimeException e) {
            return Optional.empty(); // told by the caller
        }
    }

    private static void checkMethod(MethodShape method, Fault.Collector faults) {
        if (method.isStatic()) {
            faults.add("must not be static");
        }
    }

    private static void checkInjected(List<ParameterShape> parameters, Fault.Collector faults) {
        for (ParameterShape parameter : parameters) {
            if (Injection.of(parameter.type())
                    .filter(what -> what == Injection.ROOM || what == Injection.PLAYER)
                    .isEmpty()) {
                faults.add(
                        parameter.name(),
                        "parameter '" + parameter.name() + "' is " + parameter.type()
                                + ", which cannot be injected; that can Room and Player");
            }
        }
    }
}
