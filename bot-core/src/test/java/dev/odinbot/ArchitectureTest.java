package dev.odinbot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The rules R1 to R6 of docs/architecture.md. */
class ArchitectureTest {

    private static final String ROOT = "dev.odinbot.";

    /** Each package and what of ours it may import; {@code api} stands for its sub-packages too. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("api", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("demo", Set.of()),
            Map.entry("config", Set.of("api")),
            Map.entry("rpc", Set.of("time")),
            Map.entry("odin.token", Set.of("time")),
            Map.entry("odin.protocol", Set.of("rpc", "api")),
            Map.entry(
                    "odin.transport",
                    Set.of(
                            "time",
                            "odin.transport.sdp",
                            "odin.transport.stun",
                            "odin.transport.ice",
                            "odin.transport.dtls",
                            "odin.transport.sctp",
                            "odin.transport.udp")),
            Map.entry("odin.transport.sdp", Set.of()),
            Map.entry("odin.transport.stun", Set.of()),
            Map.entry("odin.transport.ice", Set.of("odin.transport.stun")),
            Map.entry("odin.transport.dtls", Set.of()),
            Map.entry("odin.transport.sctp", Set.of()),
            Map.entry("odin.transport.udp", Set.of("time")),
            Map.entry(
                    "odin.client",
                    Set.of("odin.token", "odin.protocol", "odin.transport", "rpc", "time", "config", "api")),
            Map.entry(
                    "odin.server",
                    Set.of("odin.token", "odin.protocol", "odin.transport", "rpc", "time", "config", "api", "http")),
            Map.entry("http", Set.of("time", "config", "api")),
            Map.entry("audio", Set.of("time", "config", "api")),
            Map.entry("player", Set.of("api", "audio", "text", "time", "config")),
            Map.entry("signature", Set.of("api")),
            Map.entry("text", Set.of("api")),
            Map.entry("permission", Set.of("api", "signature", "text", "config")),
            Map.entry("command", Set.of("api", "signature", "text", "time", "config")),
            Map.entry("listener", Set.of("api", "signature", "text", "time")),
            Map.entry("settings", Set.of("api")),
            Map.entry("store", Set.of("api", "config", "time", "permission", "plugin", "settings")),
            Map.entry("plugin", Set.of("api", "config", "text", "time")),
            Map.entry("web", Set.of("api", "config", "http", "time")),
            Map.entry(
                    "bot.room",
                    Set.of(
                            "api",
                            "time",
                            "odin.token",
                            "odin.client",
                            "audio",
                            "player",
                            "command",
                            "text",
                            "listener",
                            "settings")),
            Map.entry(
                    "bot",
                    Set.of(
                            "api",
                            "bot.room",
                            "time",
                            "config",
                            "rpc",
                            "odin.token",
                            "odin.protocol",
                            "odin.transport",
                            "odin.client",
                            "odin.server",
                            "http",
                            "audio",
                            "player",
                            "command",
                            "plugin",
                            "text",
                            "permission",
                            "listener",
                            "settings",
                            "store",
                            "web"))));

    /** What only some packages may see: a wall's stones, and the packages (or module classes) behind it. */
    private static final Map<List<String>, Set<String>> WALLS = Map.of(
            List.of("com.sedmelluq.."), Set.of("player", "audio"),
            List.of("org.msgpack.."), Set.of("rpc", "odin.protocol"),
            List.of("okhttp3.WebSocket"), Set.of("odin.transport", "odin.server"),
            List.of("org.bouncycastle.."), Set.of("odin.transport.dtls"),
            List.of("io.javalin..", "org.eclipse.jetty.."), Set.of("http", "odin.server", "web"),
            List.of("org.yaml..", "com.fasterxml.jackson.dataformat.yaml.."), Set.of("config"),
            List.of("org.pf4j.."), Set.of("plugin"),
            List.of("com.google.common.util.concurrent.ThreadFactoryBuilder"), Set.of("time"),
            List.of("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."), Set.of("store"));

    /** Public for others too, which bytecode does not show. */
    private static final Map<String, String> USED_UNSEEN = Map.of(
            "config.RemainingKeys", "annotates record components, which ArchUnit does not read",
            "command.CommandOutcome", "passed on by a lambda from the dispatcher to its wording",
            "signature.CommandProcessor", "found by javac",
            "signature.ScheduleSignature", "a part of MethodRules",
            "command.requirement.Admission", "only its kinds are told apart",
            "odin.transport.sdp.OtherMedia", "a part of SessionDescription",
            "bot.room.RoomStateListener", "only lambdas implement it",
            "odin.client.OdinException", "what the stages of OdinRoom fail with");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.odinbot");

    @Test
    void packages_haveNoCycles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        return SliceIdentifier.of(javaClass.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void packages_importOnlyWhatTheTableAllows() {
        Stream<Executable> rows = MAY_IMPORT.entrySet().stream()
                .map(row -> () -> noClasses()
                        .that(areIn(Set.of(row.getKey())))
                        .should()
                        .dependOnClassesThat(areOursOutside(row.getKey(), row.getValue()))
                        .allowEmptyShould(true)
                        .check(CLASSES));
        assertAll(rows);
    }

    @Test
    void packages_areAllInTheTable() {
        Set<String> unknown = new TreeSet<>();
        CLASSES.stream()
                .filter(c -> feature(c).isEmpty())
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .forEach(c -> unknown.add(c.getPackageName()));
        assertThat(unknown).isEmpty();
    }

    @Test
    void walls_hold() {
        Stream<Executable> walls = WALLS.entrySet().stream()
                .map(wall -> () -> noClasses()
                        .that(DescribedPredicate.not(areIn(wall.getValue())))
                        .should()
                        .dependOnClassesThat(matchAny(wall.getKey()))
                        .check(CLASSES));
        Stream<Executable> guice = Stream.of(() -> noClasses()
                .that(DescribedPredicate.not(areIn(Set.of("bot", "plugin"))))
                .and()
                .haveSimpleNameNotEndingWith("Module")
                .and(areNotNestedInAModule())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject..")
                .check(CLASSES));
        assertAll(Stream.concat(walls, guice));
    }

    @Test
    void clocks_areReadOnlyInTime() {
        ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.not(areIn(Set.of("time"))))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("reads a clock or sleeps", ArchitectureTest::isClock))
                .check(CLASSES);
    }

    /** Whatever the parameters, and also as a method reference. */
    private static boolean isClock(JavaAccess<?> access) {
        String name = access.getName();
        String owner = access.getTargetOwner().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
            case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
            case "java.util.concurrent.locks.LockSupport" -> name.startsWith("park");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Date" ->
                name.equals("<init>")
                        && ((JavaCodeUnitAccess<?>) access)
                                .getTarget()
                                .getRawParameterTypes()
                                .isEmpty();
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    @Test
    void publicTypes_areUsedByAnotherPackage() {
        ArchRuleDefinition.classes()
                .that(DescribedPredicate.not(areIn(Set.of("api", "bot"))))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and(areNotUsedUnseen())
                .should(beUsedFromAnotherPackage())
                .check(CLASSES);
    }

    @Test
    void generalCodingRules_hold() {
        assertAll(Stream.of(
                        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS,
                        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                        noStandardStreams())
                .map(rule -> () -> rule.check(CLASSES)));
    }

    /** The line READY and what {@code --check} says are what standard output is for. */
    private static ArchRule noStandardStreams() {
        return noClasses()
                .that(DescribedPredicate.not(areIn(Set.of("bot"))))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(d -> !d.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(
                        type, used, type.getName() + (used ? " is used" : " is public but nobody outside uses it")));
            }
        };
    }

    private static DescribedPredicate<JavaClass> areNotUsedUnseen() {
        return DescribedPredicate.describe(
                "are not used unseen", c -> !USED_UNSEEN.containsKey(c.getName().substring(ROOT.length())));
    }

    private static DescribedPredicate<JavaClass> areNotNestedInAModule() {
        return DescribedPredicate.describe(
                "are not nested in a module",
                c -> Stream.iterate(
                                c.getEnclosingClass(),
                                Optional::isPresent,
                                outer -> outer.get().getEnclosingClass())
                        .noneMatch(outer -> outer.get().getSimpleName().endsWith("Module")));
    }

    private static DescribedPredicate<JavaClass> areIn(Set<String> features) {
        return DescribedPredicate.describe(
                "are in " + features, c -> feature(c).filter(features::contains).isPresent());
    }

    private static DescribedPredicate<JavaClass> areOursOutside(String own, Set<String> allowed) {
        return DescribedPredicate.describe(
                "are ours but not in " + own + allowed.stream().sorted().collect(joining(", ", " or ", "")),
                c -> feature(c)
                        .filter(f -> !f.equals(own) && !allowed.contains(f))
                        .isPresent());
    }

    private static DescribedPredicate<JavaClass> matchAny(List<String> patterns) {
        return DescribedPredicate.describe(
                "are of " + patterns,
                c -> patterns.stream()
                        .anyMatch(p -> p.endsWith("..")
                                ? (c.getPackageName() + ".").startsWith(p.substring(0, p.length() - 1))
                                : c.getName().equals(p)));
    }

    /** The row of the table a class belongs to: the one that names its package most closely. */
    private static Optional<String> feature(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return Optional.empty();
        }
        String name = type.getPackageName().substring(ROOT.length()) + ".";
        return MAY_IMPORT.keySet().stream()
                .filter(row -> name.startsWith(row + "."))
                .max(Comparator.comparingInt(String::length));
    }
}
