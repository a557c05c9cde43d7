package dev.odinbot.bot;

import dev.odinbot.bot.room.RoomSettings;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.player.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code --check} says about a config that is fine. */
record CheckReport(Path file, BotConfig config) {

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "Config", file.toString());
        line(
                text,
                "Gateway",
                config.odin().local()
                        ? "local, the embedded room server"
                        : config.odin().gateway());
        line(text, "Keys", keys());
        line(text, "Rooms", config.rooms().isEmpty() ? "none, just the local server" : "");
        config.rooms().forEach(room -> text.append(room(room)));
        line(text, "Library", library());
        line(text, "Addresses", addresses());
        line(text, "Page", page());
        line(text, "Storage", config.storage().place());
        line(text, "Plugins", plugins());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-10s %s", name + ":", value).stripTrailing())
                .append('\n');
    }

    private String keys() {
        return config.odin().keys().entrySet().stream()
                .map(key -> OdinConfig.shown(key.getKey())
                        + (key.getValue().isEmpty() ? " (empty: generated at the start)" : " (given)"))
                .collect(Collectors.joining(", "));
    }

    private String room(RoomConfig room) {
        RoomSettings settings = room.in(config);
        return String.format(
                "  %s: as \"%s\", key %s, prefix %s, volume %d %%, autoplay %s%n",
                settings.id().value(),
                settings.name(),
                OdinConfig.shown(settings.keyName()),
                settings.prefix(),
                settings.volume(),
                settings.autoplay().isEmpty() ? "nothing" : Address.shown(settings.autoplay()));
    }

    private String library() {
        Path library = Path.of(config.audio().library());
        return library + (Files.isDirectory(library) ? "" : " (not there: nothing can be played by name)");
    }

    private String addresses() {
        if (!config.audio().http().enabled()) {
            return "not played";
        }
        List<String> hosts = config.audio().http().allowHosts();
        return "public ones" + (hosts.isEmpty() ? "" : ", and " + String.join(", ", hosts));
    }

    private String page() {
        HttpConfig server = config.localServer();
        String port = server.port() == 0 ? "a free port" : "port " + server.port();
        String tlsPort = server.tlsPort() == 0 ? "no https" : "https on port " + server.tlsPort();
        String udpPort = server.udpPort() == 0 ? "a free port" : "UDP port " + server.udpPort();
        return "on " + server.bind() + ", http on " + port + ", " + tlsPort + ", sound on " + udpPort;
    }

    private String plugins() {
        Path folder = Path.of(config.plugins().folder());
        if (!Files.isDirectory(folder)) {
            return folder + " (not there: no commands)";
        }
        try (Stream<Path> files = Files.list(folder)) {
            String jars = files.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return folder + (jars.isEmpty() ? " (empty: no commands)" : ": " + jars);
        } catch (IOException e) {
            return folder + " (cannot be read)";
        }
    }
}
