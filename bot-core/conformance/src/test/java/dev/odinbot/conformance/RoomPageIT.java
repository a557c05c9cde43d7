package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end, with the vendor's unmodified SDK as the witness. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomPageIT {

    private static final double AUDIBLE = -40;
    private static final double SILENT = -90;
    /** One bin of the page's 8192-point spectrum at 48 kHz, and a little. */
    private static final double BIN = 6;

    private final Chromium chromium = new Chromium();
    private BotProcess bot;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        bot = BotProcess.start(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void page_playTypedInTheRoom_isHeardInTheRoomUntilStop() {
        try (Visitor anna = new Visitor(chromium.browser(), "Anna", 1280, 800, ColorScheme.LIGHT)) {
            anna.join(bot.page());
            soon().until(() -> anna.hasLine("Music Bot", "Hello, I am Music Bot. Type !help to see what I can do."));

            anna.say("!play demo");
            soon().until(() -> anna.lastLine().matches("(?is)Music Bot.*demo.*"));
            soon().until(() -> anna.level() > AUDIBLE && anna.sees("Music Bot", true));
            soon().until(() -> anna.nowPlaying().startsWith("Now playing"));

            assertThat(anna.frequency()).isBetween(40.0, 4000.0);
            anna.screenshot("room-page");

            anna.say("!stop");
            soon().until(() -> anna.level() < SILENT && anna.sees("Music Bot", false));
            soon().until(() -> anna.nowPlaying().startsWith("Nothing is playing"));
        }
    }

    @Test
    void page_tonePlayed_arrivesAtItsPitchWithNothingLost() {
        try (Visitor ben = new Visitor(chromium.browser(), "Ben", 390, 844, ColorScheme.DARK)) {
            ben.join(bot.page());
            hearTone(ben, "phone-dark");
        }
    }

    @Test
    void page_overTls_hearsTheSame() {
        try (Visitor cleo = new Visitor(chromium.browser(), "Cleo", 1280, 800, ColorScheme.DARK)) {
            cleo.join(bot.securePage());
            hearTone(cleo, "desktop-dark");
        }
    }

    private static void hearTone(Visitor visitor, String screenshot) {
        visitor.say("!play tone");
        soon().until(() -> visitor.level() > AUDIBLE);
        soon().untilAsserted(() -> assertThat(visitor.frequency()).isCloseTo(440, within(BIN)));
        // Five seconds of it.
        soon().until(() -> visitor.decoder("packets_processed") > 250);
        assertThat(visitor.decoder("packets_lost")).isZero();
        assertThat(visitor.frequency()).isCloseTo(440, within(BIN));
        visitor.say("!play demo");
        soon().until(() -> visitor.queue().contains("demo"));
        visitor.screenshot(screenshot);
        visitor.say("!stop");
        soon().until(() -> visitor.level() < SILENT);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void microphone_ofOneVisitor_isHeardByTheOther() {
        try (Visitor anna = new Visitor(chromium.browser(), "Anna", 1280, 800, ColorScheme.LIGHT);
                Visitor ben = new Visitor(chromium.browser(), "Ben", 390, 844, ColorScheme.LIGHT)) {
            anna.join(bot.page());
            ben.join(bot.page());
            ben.toggle("Talk");
            // Chromium's synthetic microphone beeps twice a second.
            soon().until(() -> anna.level() > AUDIBLE);
            soon().until(() -> anna.sees("Ben", true));
            anna.screenshot("desktop-light");
            ben.screenshot("phone-light");

            ben.toggle("Talking");
            soon().until(() -> anna.level() < SILENT && anna.sees("Ben", false));
        }
    }

    @Test
    void chat_commandBegun_isCompletedByKeysAndByFingerAndSentOnlyByEnter() {
        try (Visitor anna = new Visitor(chromium.browser(), "Anna", 1280, 800, ColorScheme.LIGHT);
                Visitor ben = new Visitor(chromium.browser(), "Ben", 390, 844, ColorScheme.DARK)) {
            anna.join(bot.page());
            ben.join(bot.page());

            anna.type("pl");
            assertThat(anna.completions()).isEmpty();
            anna.type("!");
            soon().until(() ->
                    anna.completions().contains("!play") && anna.completions().contains("!help"));
            anna.type("!p");
            soon().until(() -> anna.completions().contains("!pause"));
            assertThat(anna.chosenCompletion()).isEmpty();
            anna.press("ArrowDown");
            anna.press("ArrowDown");
            assertThat(anna.chosenCompletion()).isEqualTo(anna.completions().get(1));
            anna.screenshot("completion-desktop");
            anna.press("Escape");
            assertThat(anna.completions()).isEmpty();
            anna.type("!he");
            soon().until(() -> anna.completions().equals(List.of("!help")));
            anna.press("Tab");
            assertThat(anna.typed()).startsWith("!help");
            anna.press("Enter");
            soon().until(() -> anna.lastLine().contains("!help <command> tells more."));
            assertThat(anna.typed()).isEmpty();

            anna.type("!poll colour red blue --t");
            soon().until(() -> anna.completions().equals(List.of("--time")));
            assertThat(anna.hint()).contains("!poll <question>");
            anna.screenshot("completion-flag");
            anna.press("Tab");
            assertThat(anna.typed()).isEqualTo("!poll colour red blue --time ");
            anna.type("!sk");
            soon().until(() -> anna.completions().contains("!skip"));
            anna.type("!k");
            soon().until(() -> !anna.completions().contains("!skip"));
            assertThat(anna.completions()).as("a visitor may not kick").isEmpty();

            ben.type("!pla");
            soon().until(() -> ben.completions().contains("!play"));
            ben.screenshot("completion-phone");
            ben.takeCompletion("!play");
            assertThat(ben.typed()).startsWith("!play");
            assertThat(ben.hint()).contains("!play <identifier>");
            assertThat(ben.nowPlaying()).startsWith("Nothing is playing");
            assertThat(anna.complaints()).isEmpty();
            assertThat(ben.complaints()).isEmpty();
        }
    }

    @Test
    void chat_textThatLooksLikeHtml_isShownAsTyped() {
        try (Visitor anna = new Visitor(chromium.browser(), "Anna", 1280, 800, ColorScheme.LIGHT);
                Visitor ben = new Visitor(chromium.browser(), "<i>Ben</i>", 390, 844, ColorScheme.LIGHT)) {
            anna.join(bot.page());
            ben.join(bot.page());
            ben.say("<img src=x onerror=alert(1)>");
            soon().until(() -> anna.hasLine("<i>Ben</i>", "<img src=x onerror=alert(1)>"));
            assertThat(anna.complaints()).isEmpty();
        }
    }

    @Test
    void page_botEnds_saysSoAndOffersToReconnect() throws Exception {
        try (Visitor anna = new Visitor(chromium.browser(), "Anna", 1280, 800, ColorScheme.LIGHT)) {
            anna.join(bot.page());
            bot.close();
            soon().until(() -> anna.notices().contains("The connection to the room was lost."));
            soon().until(() -> anna.notices().contains("The bot does not answer."));
            anna.toggle("Reconnect");
            soon().until(() -> anna.notices().contains("Could not join Lobby. The bot does not answer."));
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInSameThread();
    }
}
