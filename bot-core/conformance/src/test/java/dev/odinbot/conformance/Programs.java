package dev.odinbot.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
}
