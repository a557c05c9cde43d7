package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.ChatConfig.Limit;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.config.RemainingKeys;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.store.StoreConfig;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotConfigTest {

    private static final Path SHIPPED = Path.of("../config.yml");
    private static final ConfigReader READER = new ConfigReader(Map.of());

    private static BotConfig read(String... lines) {
        return READER.read("config.yml", String.join("\n", lines), BotConfig.class);
    }

    private static String fault(String... lines) {
        return catchThrowableOfType(ConfigException.class, () -> read(lines)).getMessage();
    }

    @Test
    void shippedFile_withoutItsRoom_isTheDefaults() {
        BotConfig shipped = READER.read(SHIPPED, BotConfig.class);
        BotConfig defaults = read("");

        assertThat(shipped.odin()).isEqualTo(defaults.odin());
        assertThat(shipped.bot()).isEqualTo(defaults.bot());
        assertThat(shipped.audio()).isEqualTo(defaults.audio());
        assertThat(shipped.localServer()).isEqualTo(defaults.localServer());
        assertThat(shipped.storage()).isEqualTo(defaults.storage());
        assertThat(shipped.permissions()).isEqualTo(defaults.permissions()).isEqualTo(PermissionConfig.NONE);
        assertThat(shipped.commands()).isEqualTo(defaults.commands()).isEqualTo(CommandsConfig.NONE);
        assertThat(shipped.chat()).isEqualTo(defaults.chat());
        assertThat(shipped.plugins().folder()).isEqualTo(defaults.plugins().folder());
        assertThat(shipped.plugins().watch())
                .isEqualTo(defaults.plugins().watch())
                .isTrue();
        assertThat(defaults.plugins().sections()).isEmpty();
        assertThat(defaults.rooms()).isEmpty();
        assertThat(shipped.rooms()).isEqualTo(read("rooms: [id: Lobby]").rooms());
    }

    @Test
    void shippedFile_namesEveryKey() throws IOException {
        String text = Files.readString(SHIPPED);

        assertThat(keys(BotConfig.class))
                .hasSizeGreaterThan(25)
                .allSatisfy(key -> assertThat(text).containsPattern("(?m)^[ #-]*" + key + ":"));
    }

    @Test
    void shippedFile_saysSomethingAboutEveryKey() throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED);

        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\s+(- )?[a-z-]+:.*")) {
                assertThat(lines.get(i - 1).strip()).as(lines.get(i)).startsWith("#");
            }
        }
    }

    @Test
    void shippedFile_containsTheCodesDefaultsAndRanges() {
        BotConfig defaults = read("");

        assertThat(defaults.odin()).isEqualTo(new OdinConfig("local", Map.of("default", "")));
        assertThat(defaults.bot())
                .isEqualTo(new IdentityConfig(
                        "Music Bot",
                        "music-bot",
                        "",
                        "!",
                        "en",
                        "Hello, I am {name}. Type {prefix}help to see what I can do."));
        assertThat(defaults.audio().library()).isEqualTo("music");
        assertThat(defaults.audio().volume()).isEqualTo(100);
        assertThat(defaults.chat()).isEqualTo(new ChatConfig(new Limit(10, 30), new Limit(40, 240)));
        assertThat(defaults.localServer().bind()).isEqualTo("127.0.0.1");
        assertThat(defaults.localServer().port()).isEqualTo(8080);
        assertThat(defaults.localServer().tlsPort()).isEqualTo(4433);
        assertThat(defaults.localServer().udpPort()).isZero();
        assertThat(defaults.storage()).isEqualTo(new StoreConfig("", "", "", 4));
    }

    @Test
    void rules_allBrokenAtOnce_areAllReported() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/dev/odinbot/bot/broken-rules.txt"));
        String file = Files.readString(Path.of("src/test/resources/dev/odinbot/bot/broken-rules.yml"));

        assertThat(fault(file) + "\n").isEqualTo(golden).doesNotContain("AAAA");
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080", "https://gateway.odin.4players.io", "https://example.org/path", "local"})
    void gateway_thatIsOne_isTaken(String gateway) {
        String key = AccessKey.generate().reveal();

        assertThat(read("odin: {gateway: \"" + gateway + "\", keys: {default: \"" + key + "\"}}")
                        .odin()
                        .gateway())
                .isEqualTo(gateway);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Local",
                "gateway.odin.4players.io",
                "ftp://x",
                "http://",
                "http://u:p@x",
                "http://a b",
                "wss://x"
            })
    void gateway_thatIsNone_isRefused(String gateway) {
        assertThat(fault("odin: {gateway: \"" + gateway + "\"}"))
                .isEqualTo("config.yml:1:17: odin.gateway: this is neither \"local\" nor an http or https address."
                        + " Write local, or for instance https://gateway.odin.4players.io.");
    }

    @Test
    void emptyKey_ofARemoteGateway_isRefusedOnlyWhenARoomUsesIt() {
        String gateway = "odin: {gateway: \"https://example.org\"}";

        assertThat(read(gateway).rooms()).isEmpty();
        assertThat(fault(gateway, "rooms: [id: A, id: B]"))
                .isEqualTo(
                        "config.yml:1:7: odin.keys.default: the access key is empty, but the gateway is not the local"
                                + " one. Set it to your access key, for instance through its environment variable, or set"
                                + " odin.gateway to local.");
    }

    @Test
    void accessKey_valid_isTakenAndNeverShown() {
        String key = AccessKey.generate().reveal();
        BotConfig config = read("odin: {keys: {main: \"" + key + "\"}}");

        assertThat(config.odin().keys()).containsEntry("main", key);
        assertThat(config.toString()).contains("main").doesNotContain(key);
    }

    @Test
    void accessKey_whereItsNameBelongs_isNotShown() {
        String key = AccessKey.generate().reveal();
        String keys = "odin: {keys: {\"" + key + "\": \"\"}}";

        assertThat(read(keys).toString()).contains("[***]").doesNotContain(key);
        assertThat(new CheckReport(Path.of("config.yml"), read(keys, "rooms: [{id: A, key: \"" + key + "\"}]")).text())
                .contains("***")
                .doesNotContain(key);
        assertThat(fault(keys, "rooms: [{id: A, key: x}]"))
                .endsWith("odin.keys has no key of this name. Write one of: ***.");
        assertThat(fault("odin: {keys: {\"" + key + "\": wrong}}"))
                .contains("this is not an access key")
                .doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas", "nas.home", "10.0.0.0/8", "fd00::/8", "::1", "192.168.1.7"})
    void allowedHost_hostAddressOrNetwork_isTaken(String host) {
        assertThat(read("audio: {http: {allow-hosts: [\"" + host + "\"]}}")
                        .audio()
                        .http()
                        .allowHosts())
                .containsExactly(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://nas", "nas:80", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "nas/8", "10.0.0.0/", "a b"
            })
    void allowedHost_anythingElse_isRefused(String host) {
        assertThat(fault("audio: {http: {allow-hosts: [\"" + host + "\"]}}"))
                .startsWith("config.yml:1:30: audio.http.allow-hosts[0]: this is neither a host nor a network. ");
    }

    /** Every key of the record and of the records in it, in kebab-case. */
    private static List<String> keys(Class<?> type) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.isAnnotationPresent(RemainingKeys.class)) {
                keys.add(component.getName().replaceAll("([A-Z])", "-$1").toLowerCase());
            }
            inner(component.getGenericType()).filter(Class::isRecord).forEach(inner -> keys.addAll(keys(inner)));
        }
        return keys;
    }

    private static Stream<Class<?>> inner(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).flatMap(BotConfigTest::inner);
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }
}
