package dev.odinbot.player;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder with the operator's music. Knows no file outside it, not even through a link, and no hidden one. */
final class Library {

    private static final int MOST_FILES = 100_000;

    private final Path root;

    Library(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The file with this path in the library or else the one whose name fits best. Reads folders, so may take its time. */
    Optional<Path> find(String name) throws IOException, OutsideLibraryException {
        Optional<Path> exact = file(root, name);
        return exact.isPresent() ? exact : NameMatch.best(name, names());
    }

    /** The file at {@code path} as seen from {@code folder}, which is in the library. */
    Optional<Path> file(Path folder, String path) throws IOException, OutsideLibraryException {
        try {
            Path file = folder.resolve(path).normalize();
            if (Path.of(path).isAbsolute() || !file.startsWith(root)) {
                throw new OutsideLibraryException(path);
            }
            if (hidden(root.relativize(file)) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(inside(file));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The file itself, checked once more right before it is opened. */
    Path inside(Path file) throws IOException, OutsideLibraryException {
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new OutsideLibraryException(relative(file));
        }
        return file;
    }

    /** How a file is named towards people: its path in the library. */
    String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private List<NameMatch.Candidate> names() throws IOException {
        List<NameMatch.Candidate> found = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return hidden(root.relativize(folder)) && !folder.equals(root)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && FileName.isPlayable(name) && playable(file, attributes)) {
                    found.add(new NameMatch.Candidate(file, relative(file)));
                }
                return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private boolean playable(Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()) {
            return attributes.isRegularFile();
        }
        try {
            return Files.isRegularFile(inside(file));
        } catch (IOException | OutsideLibraryException e) {
            return false; // a link that leads out or nowhere is no file of the library
        }
    }
}
