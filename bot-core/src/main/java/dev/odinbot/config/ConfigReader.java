package dev.odinbot.config;

import dev.odinbot.config.YamlNode.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Reads a config file into records. */
public final class ConfigReader {

    private static final int MAX_BYTES = 1 << 20;

    private final Map<String, String> environment;

    /** @param environment what <code>${VARIABLES}</code> stand for */
    public ConfigReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param type the record whose components are the file's keys
     * @throws ConfigException with every fault of the file
     */
    public <T extends Record> T read(Path file, Class<T> type) {
        return read(file.toString(), text(file), type);
    }

    /**
     * As {@link #read(Path, Class)}, of a text in memory.
     *
     * @param file what faults call it
     */
    public <T extends Record> T read(String file, String text, Class<T> type) {
        FaultLog log = new FaultLog(file);
        Mapping root = new Variables(environment, log).into(YamlTree.parse(text, log), "");
        return Binder.bindAll(type, root, "", log);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(file, "the file is larger than 1 MB", "Name the right file.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "the file is not UTF-8 text", "Save it as UTF-8.");
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", "Name an existing one with --config.");
        } catch (IOException e) {
            String remedy = Files.isDirectory(file) ? "It is a folder: name a file." : "Check its permissions.";
            throw unreadable(file, "the file cannot be read", remedy);
        }
    }

    private static ConfigException unreadable(Path file, String problem, String remedy) {
        FaultLog log = new FaultLog(file.toString());
        log.add(Position.WHOLE_FILE, "", problem, remedy);
        return log.exception();
    }
}
