package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The system's programs that tests run. */
final class Programs {

    private Programs() {}

    /** @param variable of the environment, which may name the program */
    static Path find(String variable, String... names) {
        Stream<Path> named = Stream.ofNullable(System.getenv(variable)).map(Path::of);
        Stream<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)));
        Optional<Path> program =
                Stream.concat(named, found).filter(Files::isExecutable).findFirst();
        return program.orElseThrow(() -> new AssertionError("These tests need " + names[0]
                + ". Run scripts/test, which installs what is missing, or set " + variable + " to its path."));
    }

    /** Runs a program to its end and returns what it said; fails with that when it does not succeed. */
    static String run(Path folder, int time, TimeUnit unit, List<String> command) throws Exception {
        Result result = tryRun(folder, time, unit, command);
        assertThat(result.exit()).as("%s\n%s", command, result.said()).isZero();
        return result.said();
    }

    record Result(int exit, String said) {}

    static Result tryRun(Path folder, int time, TimeUnit unit, List<String> command) throws Exception {
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(time, unit);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            assertThat(ended)
                    .as("%s ended in time\n%s", command, Files.readString(said))
                    .isTrue();
            return new Result(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }
}
