package dev.odinbot.api.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDifferenceTest {

    private static final List<String> FROZEN = List.of(
            "# head",
            "",
            "interface Plugin",
            "    default void stop()",
            "",
            "interface audio.Player",
            "    boolean stop()",
            "",
            "@Target[METHOD] @interface command.Vote",
            "    double value() default 0.5");

    @Test
    void same_hasNoDifference() {
        assertThat(ApiDifference.between(FROZEN, FROZEN)).isEmpty();
    }

    @Test
    void changedMethod_isBreakingOnceGoneAndOnceNew() {
        assertThat(differences("    boolean stop()", "    void stop()"))
                .containsExactly("breaking   - audio.Player: boolean stop()", "compatible + audio.Player: void stop()");
    }

    @Test
    void changedTarget_isBreaking() {
        assertThat(differences("@Target[METHOD] @interface command.Vote", "@Target[FIELD] @interface command.Vote"))
                .contains("breaking   - command.Vote: @Target[METHOD] @interface command.Vote");
    }

    @Test
    void newMethod_ofTheHostIsCompatibleAndOfPluginsIsNot() {
        assertThat(added("    boolean stop()", "    int seek()"))
                .containsExactly("compatible + audio.Player: int seek()");
        assertThat(added("    default void stop()", "    default int level()"))
                .containsExactly("compatible + Plugin: default int level()");
        assertThat(added("    default void stop()", "    int level()"))
                .containsExactly("breaking   + Plugin: int level()");
    }

    @Test
    void newElementOfAnAnnotation_isBreakingUnlessItHasADefault() {
        assertThat(added("    double value() default 0.5", "    int seconds()"))
                .containsExactly("breaking   + command.Vote: int seconds()");
        assertThat(added("    double value() default 0.5", "    int seconds() default 60"))
                .containsExactly("compatible + command.Vote: int seconds() default 60");
    }

    @Test
    void report_saysWhatToDo() {
        List<String> now = new ArrayList<>(FROZEN);
        now.remove("    boolean stop()");

        assertThat(ApiDifference.report(ApiDifference.between(FROZEN, now)))
                .contains("breaking   - audio.Player: boolean stop()", "second number", "-Dapi.write=true");
    }

    private static List<String> differences(String before, String after) {
        List<String> now = new ArrayList<>(FROZEN);
        now.set(now.indexOf(before), after);
        return ApiDifference.between(FROZEN, now).stream()
                .map(ApiDifference::toString)
                .toList();
    }

    private static List<String> added(String behind, String line) {
        List<String> now = new ArrayList<>(FROZEN);
        now.add(now.indexOf(behind) + 1, line);
        return ApiDifference.between(FROZEN, now).stream()
                .map(ApiDifference::toString)
                .toList();
    }
}
