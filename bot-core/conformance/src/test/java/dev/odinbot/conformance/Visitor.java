package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody at the room page: sees and hears what the page gives, through {@code window.odinRoom}. */
final class Visitor implements AutoCloseable {

    /** What the SDK says of every packet of silence, the ones of its own encoder included. */
    private static final String SILENCE_REMARK = "failed to enqueue packet (code: -1)";

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String name, int width, int height, ColorScheme scheme) {
        this.name = name;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setIgnoreHTTPSErrors(true));
        this.page = context.newPage();
        page.onPageError(error -> complaints.add(error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().equals(SILENCE_REMARK)) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens the page, fills the form in and waits until it says that it is in the room. */
    void join(String address) {
        page.navigate(address);
        page.getByLabel("Your name").fill(name);
        page.locator("#room-select").selectOption("Lobby");
        button("Join").click();
        page.locator("body[data-state=in]").waitFor();
    }

    void leave() {
        button("Leave").click();
        page.locator("body[data-state=out]").waitFor();
    }

    /** Types the text and sends it with the Enter key. */
    void say(String text) {
        Locator field = page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        field.fill(text);
        field.press("Enter"); // takes no completion: none has been chosen
    }

    /** Puts the text into the chat box as a keyboard does, in place of what is there. */
    void type(String text) {
        field().fill("");
        field().pressSequentially(text);
    }

    void press(String key) {
        field().press(key);
    }

    String typed() {
        return field().inputValue();
    }

    /** What the chat box offers to complete with. */
    List<String> completions() {
        return page.locator("#chat-options:visible .label").allInnerTexts();
    }

    void takeCompletion(String label) {
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .click();
    }

    /** The completion that the keys have chosen, as a screen reader is told; empty when there is none. */
    String chosenCompletion() {
        return String.valueOf(page.evaluate("document.getElementById(document.querySelector('#chat-text')"
                + ".getAttribute('aria-activedescendant'))?.querySelector('.label').textContent ?? ''"));
    }

    /** How the command that is being typed is used. */
    String hint() {
        return page.locator("#chat-hint").innerText();
    }

    private Locator field() {
        return page.locator("#chat-text");
    }

    /** The last line of the chat, whoever said it. */
    String lastLine() {
        return page.locator("#chat-log li").last().innerText();
    }

    boolean hasLine(String sender, String text) {
        return page.locator("#chat-log li").allInnerTexts().stream()
                .anyMatch(line -> line.startsWith(sender + "\n") && line.endsWith("\n" + text));
    }

    void toggle(String button) {
        button(button).click();
    }

    private Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    String nowPlaying() {
        return page.locator("#now").innerText();
    }

    String notices() {
        return page.locator("#notices").innerText();
    }

    String queue() {
        return page.locator("#queue").innerText();
    }

    /** RMS of what the SDK plays, in dBFS. */
    double level() {
        // Negative infinity does not survive every way of saying numbers.
        return number("Math.max(odinRoom.level, -200)");
    }

    /** The strongest frequency of what the SDK plays, in Hz. */
    double frequency() {
        return number("odinRoom.frequency");
    }

    /** A counter of the SDK's decoder, or -1 while it has not told any. */
    long decoder(String counter) {
        return (long) number("odinRoom.stats?.decoder?." + counter + " ?? -1");
    }

    boolean sees(String peer, boolean sending) {
        return Boolean.TRUE.equals(page.evaluate(
                "([name, sending]) => odinRoom.peers.some((p) => p.name === name && p.sending === sending)",
                List.of(peer, sending)));
    }

    private double number(String expression) {
        @Nullable Object value = page.evaluate(expression);
        assertThat(value).isInstanceOf(Number.class);
        return ((Number) value).doubleValue();
    }

    /** What went wrong on the page: uncaught errors and errors on its console. */
    List<String> complaints() {
        return complaints;
    }

    void screenshot(String what) {
        Path file = BotProcess.ARTIFACTS.resolve("screenshots").resolve(what + ".png");
        page.waitForLoadState(LoadState.LOAD);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
