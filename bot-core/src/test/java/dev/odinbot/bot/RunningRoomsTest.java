package dev.odinbot.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.admin.Program;
import dev.odinbot.api.admin.RoomControl;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.room.UserId;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import dev.odinbot.testing.TwoThreads;
import dev.odinbot.text.English;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Governing the rooms of the whole bot, over its real server. */
class RunningRoomsTest {

    private static final RoomId LOBBY = new RoomId("Lobby");
    private static final RoomId DEN = new RoomId("Den");
    private static final String YAML = """
            rooms: [{id: Lobby}]
            local-server: {port: 0, tls-port: 0}
            plugins: {folder: /nowhere}
            """;

    private final AtomicReference<String> yaml = new AtomicReference<>(YAML);
    private final RunningBot bot = RunningBot.start(yaml);
    private final RoomControl control = bot.part(RoomControl.class);
    private final Moderation moderation = bot.part(Moderation.class);

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void room_isJoinedAndLeftWhileRunning() {
        assertThat(ask(control.join(DEN, "default"))).isEqualTo(English.done("The bot has joined Den."));
        assertThat(bot.part(Rooms.class).find(DEN)).isPresent();
        assertThat(control.all())
                .containsExactly(
                        new RoomControl.RoomStatus(DEN, "joined", 0), new RoomControl.RoomStatus(LOBBY, "joined", 0));
        assertThat(ask(control.join(DEN, "default")))
                .isEqualTo(English.refused("The bot is in Den already, or on its way there."));
        assertThat(ask(control.join(new RoomId("Loft"), "gold")))
                .isEqualTo(English.refused("odin.keys in config.yml has no key of this name; it has default."));

        assertThat(ask(control.leave(DEN))).isEqualTo(English.done("The bot has left Den."));
        assertThat(ask(control.leave(DEN))).isEqualTo(English.refused("The bot is not in a room named Den."));
        assertThat(bot.part(Rooms.class).find(DEN)).isEmpty();
    }

    @Test
    void room_joinedAndLeftByTwoAtOnce_leavesNobodyWaiting() {
        TwoThreads.sum(() -> {
            for (int round = 0; round < 10; round++) {
                CompletionStage<Outcome> joined = control.join(DEN, "default");
                ask(control.leave(DEN));
                ask(joined);
            }
            return 0;
        });

        assertThat(ask(control.join(DEN, "default"))).isEqualTo(English.done("The bot has joined Den."));
    }

    @Test
    void settings_holdAtOnce_andWhenTheRoomIsJoinedAgain() {
        ask(control.set(LOBBY, "prefix", "?"));
        ask(control.set(LOBBY, "locale", "de"));
        ask(control.set(LOBBY, "volume", "40"));
        ask(control.leave(LOBBY));
        ask(control.join(LOBBY, "default"));

        assertThat(control.setting(LOBBY, "prefix")).isEqualTo("?");
        assertThat(control.setting(LOBBY, "locale")).isEqualTo("de");
        assertThat(bot.part(BotRooms.class)
                        .running(LOBBY)
                        .orElseThrow()
                        .player()
                        .volume())
                .isEqualTo(40);
        assertThat(ask(control.set(LOBBY, "volume", ""))).isEqualTo(English.done("The volume of Lobby is 100 now."));
    }

    @Test
    void settings_thatDoNotFit_areRefusedInWords() {
        assertThat(ask(control.set(LOBBY, "prefix", "a b")))
                .isEqualTo(English.refused("A prefix is 1 to 10 characters without a space, for instance \"!\"."));
        assertThat(ask(control.set(LOBBY, "locale", "klingonisch")))
                .isEqualTo(English.refused("A locale is a language tag, for instance en, de or de-AT."));
        assertThat(ask(control.set(LOBBY, "volume", "151")))
                .isEqualTo(English.refused("A volume is a whole number of percent from 0 to 150."));
        assertThat(ask(control.set(LOBBY, "colour", "red")))
                .isEqualTo(English.refused("There is no such setting; there are prefix, locale, volume."));
        assertThat(control.setting(LOBBY, "prefix")).isEqualTo("!");
    }

    @Test
    void kickedUser_isOut_andMayComeBack() throws Exception {
        ScriptedStream anna = join("anna");

        assertThat(ask(moderation.kick(LOBBY, new UserId("anna"))))
                .isEqualTo(English.done("anna was thrown out of Lobby."));
        await().until(() -> control.all().get(0).peers() == 0);

        join("anna");
        await().until(() -> control.all().get(0).peers() == 1);
    }

    @Test
    void bannedUser_isKeptOut() throws Exception {
        join("anna");

        ask(moderation.ban(LOBBY, new UserId("anna"), Duration.ofHours(1)));
        await().until(() -> control.all().get(0).peers() == 0);

        assertThat(catchThrowable(() -> join("anna"))).hasMessageContaining("banned from this room");
    }

    @Test
    void bot_doesNotThrowItselfOut() {
        assertThat(ask(moderation.kick(LOBBY, new UserId("music-bot"))))
                .isEqualTo(English.refused("That is the bot itself; let it leave the room instead."));
    }

    @Test
    void moderation_ofARoomThatIsNotThere_isRefusedInWords() {
        assertThat(ask(moderation.announce(DEN, "Good night")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(English.sentence(refused))
                                .startsWith("It was not done: the gateway ")
                                .endsWith(" refused to do this: room not found (code -32600)."));
    }

    @Test
    void announcement_reachesEverybodyAndIsNoCommand() throws Exception {
        ScriptedStream anna = join("anna");

        assertThat(ask(moderation.announce(LOBBY, "!help")))
                .isEqualTo(English.done("It was said to everybody in Lobby."));

        await().untilAsserted(() -> assertThat(texts(anna)).anyMatch(text -> text.contains("\"payload\":\"!help\"")));
        anna.call(new RoomCall.SendMessage("{\"kind\":\"message\",\"payload\":\"!help\"}".getBytes(UTF_8), null));
        await().untilAsserted(() -> assertThat(texts(anna)).anyMatch(text -> text.contains("tells more.")));
        assertThat(String.join("", texts(anna)))
                .as("answered to who asked, and not to the announcement")
                .containsOnlyOnce("tells more.");
    }

    @Test
    void closing_isHeardInTheRoom() throws Exception {
        ScriptedStream anna = join("anna");

        assertThat(ask(moderation.close(LOBBY, Duration.ofHours(1))))
                .isEqualTo(English.done("Lobby is closed, for 1 h."));

        await().untilAsserted(() ->
                assertThat(texts(anna)).anyMatch(text -> text.contains("This room is being closed for 1 h.")));
    }

    @Test
    void closedRoom_isJoinedAgainByTheBotWhenItMay() {
        assertThat(ask(moderation.close(LOBBY, Duration.ZERO))).isEqualTo(English.done("Lobby is closed."));

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> control.all().get(0).state().equals("joined"));
    }

    @Test
    void config_readAgain_joinsLeavesAndChanges() {
        yaml.set("""
                bot: {locale: de, user-id: another}
                rooms: [{id: Den, prefix: "$"}]
                local-server: {port: 0, tls-port: 0}
                plugins: {folder: /nowhere}
                """);
        assertThat(ask(bot.part(Program.class).reloadConfig()))
                .isEqualTo(English.done(
                        "Took effect: joining Den, left Lobby, bot.locale. Needs a restart: bot.user-id."));
        assertThat(bot.part(Rooms.class).find(LOBBY)).isEmpty();
        assertThat(control.setting(DEN, "locale")).isEqualTo("de");

        yaml.set(yaml.get().replace("$", "%"));
        assertThat(ask(bot.part(Program.class).reloadConfig()))
                .isEqualTo(English.done("Took effect: rooms[Den].prefix. Needs a restart: bot.user-id."));
        assertThat(control.setting(DEN, "prefix")).isEqualTo("%");
        assertThat(bot.part(RoomAccess.class).ownUser())
                .as("who the bot is until its restart")
                .isEqualTo(new UserId("music-bot"));
    }

    @Test
    void config_readAgain_keepsTheKeyOfARoom_andHoldsInRoomsItDoesNotName() throws Exception {
        ask(control.join(DEN, "default"));
        yaml.set("""
                odin: {keys: {default: "", gold: ""}}
                bot: {prefix: "?"}
                rooms: [{id: Lobby, key: gold}, {id: Hall, key: gold}]
                local-server: {port: 0, tls-port: 0}
                plugins: {folder: /nowhere}
                """);

        assertThat(ask(bot.part(Program.class).reloadConfig()))
                .isEqualTo(English.done("Took effect: bot.prefix."
                        + " Needs a restart: odin.keys, rooms[Lobby].key, rooms[Hall] (its key is new)."));

        assertThat(control.setting(DEN, "prefix")).isEqualTo("?");
        assertThat(control.setting(LOBBY, "prefix")).isEqualTo("?");
        join("anna");
        await().until(() -> control.all().get(1).peers() == 1);
        assertThat(ask(moderation.kick(LOBBY, new UserId("anna"))))
                .isEqualTo(English.done("anna was thrown out of Lobby."));
    }

    @Test
    void config_withFaults_changesNothing() {
        yaml.set("rooms: []\nbot: {locale: nowhere}\naudio: {volume: 900}");

        assertThat(ask(bot.part(Program.class).reloadConfig()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(English.sentence(refused))
                                .startsWith("Nothing is changed, for config.yml has faults:")
                                .contains("bot.locale", "audio.volume"));
        assertThat(bot.part(Rooms.class).find(LOBBY)).isPresent();
    }

    private static List<String> texts(ScriptedStream stream) {
        return stream.heard(RoomNotice.MessageReceived.class)
                .map(notice -> new String(notice.message(), UTF_8))
                .toList();
    }

    private ScriptedStream join(String user) throws Exception {
        ScriptedClient client = bot.connect("default", "Lobby", user);
        return client.join("Lobby");
    }

    private static Outcome ask(CompletionStage<Outcome> stage) {
        return English.of(
                stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join());
    }
}
