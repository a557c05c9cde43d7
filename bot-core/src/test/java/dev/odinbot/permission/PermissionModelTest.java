package dev.odinbot.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.admin.Permissions.Group;
import dev.odinbot.api.room.UserId;
import dev.odinbot.permission.PermissionConfig.GroupConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random groups and users, with every decision held against the plain words of the specification. */
class PermissionModelTest {

    private static final List<String> WORDS = List.of("a", "b", "c", "force");
    private static final List<String> NAMES = List.of("g0", "g1", "g2", "g3", "g4", "g5");

    /** One statement that is about the permission asked for. */
    private record Said(int distance, int exactness, boolean grants) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allows_isAsTheReferenceSays(long seed) {
        Random random = new Random(seed);
        int granted = 0;
        int asked = 0;
        for (int round = 0; round < 300; round++) {
            PermissionConfig config = random(random);
            PermissionService service = new PermissionService(config, new MemoryPermissionStore());
            for (int question = 0; question < 30; question++) {
                UserId user = new UserId("u" + random.nextInt(5)); // u4 is in no group
                String permission = permission(random);
                String grantedTo = any(
                        random,
                        Stream.concat(NAMES.stream(), Stream.of("everyone", "moderator", "owner"))
                                .toList());
                boolean expected = reference(config, service, user, permission, grantedTo);
                assertThat(service.allows(user, permission, grantedTo))
                        .as("%s asks for %s of %s in %s", user, permission, grantedTo, config)
                        .isEqualTo(expected);
                granted += expected ? 1 : 0;
                asked++;
            }
        }
        assertThat(granted).as("both answers come up").isBetween(asked / 10, asked * 9 / 10);
    }

    private static boolean reference(
            PermissionConfig config, PermissionService service, UserId user, String permission, String grantedTo) {
        List<String> own = config.users().getOrDefault(user.value(), List.of());
        if (own.contains("owner")) {
            return true;
        }
        List<Said> said = new ArrayList<>();
        boolean member = grantedTo.equals("everyone");
        for (Group group : service.groups()) {
            Optional<Integer> distance = distance(own, group.name(), service);
            if (distance.isEmpty()) {
                continue;
            }
            member |= group.name().equals(grantedTo);
            for (String statement : group.permissions()) {
                boolean grants = !statement.startsWith("-");
                String pattern = grants ? statement : statement.substring(1);
                boolean tooWide = grants && pattern.endsWith(".*") && permission.endsWith(".force");
                exactness(pattern, permission)
                        .filter(exactness -> !tooWide)
                        .ifPresent(exactness -> said.add(new Said(distance.get(), exactness, grants)));
            }
        }
        return said.stream()
                .min(Comparator.comparingInt(Said::distance)
                        .thenComparing(Comparator.comparingInt(Said::exactness).reversed())
                        .thenComparing(Said::grants))
                .map(Said::grants)
                .orElse(member);
    }

    /** Steps of inheritance from what the user is in; everyone is further than all else, and what it inherits further still. */
    private static Optional<Integer> distance(List<String> own, String target, PermissionService service) {
        Optional<Integer> direct = steps(own, target, service, 10);
        if (direct.isPresent() && !target.equals("everyone")) {
            return direct;
        }
        return steps(List.of("everyone"), target, service, 10).map(steps -> 100 + steps);
    }

    private static Optional<Integer> steps(List<String> from, String target, PermissionService service, int most) {
        if (from.contains(target)) {
            return Optional.of(0);
        }
        if (most == 0 || from.isEmpty()) {
            return Optional.empty();
        }
        List<String> next = from.stream()
                .flatMap(name -> service.group(name).orElseThrow().inherits().stream())
                .filter(name -> !name.equals("everyone"))
                .distinct()
                .toList();
        return steps(next, target, service, most - 1).map(steps -> steps + 1);
    }

    private static Optional<Integer> exactness(String pattern, String permission) {
        if (pattern.equals(permission)) {
            return Optional.of(1000);
        }
        if (pattern.equals("*")) {
            return Optional.of(0);
        }
        return pattern.endsWith(".*") && permission.startsWith(pattern.substring(0, pattern.length() - 1))
                ? Optional.of(pattern.length())
                : Optional.empty();
    }

    /** Groups inherit from later ones only, so that there are no circles; everyone may inherit too. */
    private static PermissionConfig random(Random random) {
        Map<String, GroupConfig> groups = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            List<String> later = new ArrayList<>(NAMES.subList(i + 1, NAMES.size()));
            later.addAll(List.of("everyone", "moderator"));
            groups.put(NAMES.get(i), new GroupConfig(some(random, later, 2), statements(random)));
        }
        if (random.nextInt(3) == 0) {
            groups.put("everyone", new GroupConfig(List.of(), statements(random)));
        }
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            List<String> all = new ArrayList<>(NAMES);
            all.addAll(List.of("moderator", "owner"));
            users.put("u" + i, some(random, all, 3));
        }
        return new PermissionConfig(groups, users);
    }

    private static List<String> statements(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> (random.nextBoolean() ? "-" : "") + pattern(random))
                .distinct()
                .toList();
    }

    private static String pattern(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "*";
            case 1 -> any(random, WORDS) + ".*";
            case 2 -> any(random, WORDS) + "." + any(random, WORDS) + ".*";
            default -> permission(random);
        };
    }

    private static String permission(Random random) {
        return String.join(
                ".",
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> any(random, WORDS))
                        .toList());
    }

    private static List<String> some(Random random, List<String> of, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> any(random, of))
                .distinct()
                .toList();
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
