package dev.odinbot.bot;

/** What config.yml says, as far as it holds: replaced when it is read again. Any thread. */
final class CurrentConfig {

    private volatile BotConfig now;

    CurrentConfig(BotConfig atStart) {
        now = atStart;
    }

    BotConfig now() {
        return now;
    }

    void replace(BotConfig next) {
        now = next;
    }
}
