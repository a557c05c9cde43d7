package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In JVMs of their own, since their ends are looked at. */
class LifetimeTest {

    @TempDir
    Path folder;

    private static List<String> program(String behaviour) {
        return List.of(
                ChildProcess.JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                LifetimeProgram.class.getName(),
                behaviour);
    }

    /** The program as a shell's words. */
    private static String words(String behaviour) {
        return program(behaviour).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private ChildProcess start(String behaviour) throws IOException {
        return ChildProcess.start(folder, Map.of(), program(behaviour));
    }

    /** With a terminal of its own for stdin, stdout and stderr; what it writes there is on stdout. */
    private ChildProcess startOnTerminal(String command) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script(1)");
        // bash, which script takes from SHELL, puts a lone command in its own place; others would end by Ctrl-C
        // themselves.
        // SIGINT as at a desk: these tests may run as a background job of a shell, whose children ignore it.
        List<String> script = List.of("env", "--default-signal=INT", "script", "-qfec", command, "/dev/null");
        return ChildProcess.start(folder, Map.of("SHELL", "/bin/bash"), script);
    }

    @Test
    void signal_whileRunning_closesAndExitsWith0() throws Exception {
        try (ChildProcess program = start("good")) {
            program.awaitStdout("READY");
            program.process().destroy(); // SIGTERM

            assertThat(program.exitCode()).isZero();
            assertThat(program.stderr()).contains("closed");
            assertThat(program.stdout()).isEqualTo("READY\n");
        }
    }

    @Test
    void signal_duringTheStart_cutsItShortAndCloses() throws Exception {
        try (ChildProcess program = start("slow-start")) {
            program.awaitStdout("STARTING");
            program.process().destroy();

            assertThat(program.exitCode()).isZero();
            assertThat(program.stderr()).contains("closed").doesNotContain("Not everything");
        }
    }

    @Test
    void signal_whenSomethingNeverCloses_leavesAnyway() throws Exception {
        try (ChildProcess program = start("stuck")) {
            program.awaitStdout("READY");
            program.process().destroy();

            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.stderr()).contains("Not everything stopped within 2200 ms; leaving anyway");
        }
    }

    @Test
    void signal_whenClosingFails_exitsWith1() throws Exception {
        try (ChildProcess program = start("fails-to-close")) {
            program.awaitStdout("READY");
            program.process().destroy();

            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.stderr()).contains("Not everything stopped cleanly", "cannot close");
        }
    }

    @Test
    void start_withAPortInUse_exitsWith1AndOneLine() throws Exception {
        try (ChildProcess program = start("port-in-use")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.stderr().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .endsWith("ERROR Lifetime - port 8080 is in use: change local-server.port");
            assertThat(program.stdout()).isEmpty();
        }
    }

    @Test
    void start_broken_exitsWith1AndSaysWhere() throws Exception {
        try (ChildProcess program = start("broken")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.stderr()).contains("The bot could not start", "IllegalStateException: broken");
        }
    }

    @Test
    void key_onTheTerminal_stopsTheProgram() throws Exception {
        try (ChildProcess program = startOnTerminal(words("good"))) {
            program.awaitStdout("Press any key");
            program.type("x");

            assertThat(program.exitCode()).isZero();
            assertThat(program.stdout()).contains("closed");
        }
    }

    @Test
    void controlC_onTheTerminal_stopsTheProgram() throws Exception {
        try (ChildProcess program = startOnTerminal(words("good"))) {
            program.awaitStdout("Press any key");
            program.type("\u0003");

            assertThat(program.exitCode()).isZero();
            assertThat(program.stdout()).contains("closed");
        }
    }

    @Test
    void terminal_afterwards_isAsItWas() throws Exception {
        String compared = "stty -a >before; " + words("good") + "; stty -a >after; cmp before after && echo SAME";
        try (ChildProcess program = startOnTerminal(compared)) {
            program.awaitStdout("Press any key");
            program.type("x");

            assertThat(program.exitCode()).isZero();
            assertThat(program.stdout()).contains("closed", "SAME");
        }
    }

    @Test
    void backgroundJob_ofATerminal_leavesTheTerminalAlone() throws Exception {
        Files.writeString(folder.resolve("job.sh"), words("good") + """
                 &
                until grep -q READY out*.txt; do sleep 0.1; done
                kill -TERM $!
                wait $!
                echo ended with $?
                """);
        try (ChildProcess program = startOnTerminal("bash -m job.sh")) {
            program.awaitStdout("ended with 0");
            assertThat(program.stdout()).contains("READY", "closed").doesNotContain("Press any key");
        }
    }

    @Test
    void fields_ofTheProcess_areReadBehindItsName() {
        assertThat(Foreground.inForegroundGroup("7 (a) b) S 1 40 40 34816 40 4194304"))
                .isTrue();
        assertThat(Foreground.inForegroundGroup("7 (java) S 1 40 40 34816 39 4194304"))
                .isFalse();
        assertThat(Foreground.inForegroundGroup("7 (java) S 1 40 40 0 -1 4194304"))
                .isFalse();
    }
}
