package dev.odinbot.plugins.moderation;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.event.Listen;
import dev.odinbot.api.room.ChatMessage;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for unwanted words and for too many lines. */
final class ChatFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ChatFilter.class);
    private static final int MAX_NAME = 40;

    private final Moderation moderation;
    private final Permissions permissions;
    private final Messages messages;
    private final WordFilter words;
    private final FloodFilter flood;
    private final Offences offences;
    private final int banMinutes;

    ChatFilter(
            ModerationConfig config, Moderation moderation, Permissions permissions, Messages messages, Clock clock) {
        this.moderation = moderation;
        this.permissions = permissions;
        this.messages = messages;
        words = new WordFilter(config.words());
        flood = new FloodFilter(config.flood(), clock);
        offences = new Offences(config.penalties(), clock);
        banMinutes = config.penalties().banMinutes();
    }

    @Listen
    Reply heard(ChatMessage message, Room room) {
        Peer sender = message.sender();
        if (permissions.allows(sender.userId(), "moderation.exempt", Permission.MODERATOR)) {
            return Reply.silent();
        }
        boolean flooding = flood.matches(sender.userId());
        if (words.matches(message.text())) {
            return penalize(sender, room, "words");
        }
        return flooding ? penalize(sender, room, "flood") : Reply.silent();
    }

    private Reply penalize(Peer sender, Room room, String offence) {
        String name = PlainText.line(sender.displayName(), MAX_NAME);
        switch (offences.add(sender.userId())) {
            case WARNING -> {
                return Reply.key(offence + ".warning", name);
            }
            case KICK ->
                tell(moderation.kick(room.id(), sender.userId()), Text.key(offence + ".kick", name), room, sender);
            case BAN ->
                tell(
                        moderation.ban(room.id(), sender.userId(), Duration.ofMinutes(banMinutes)),
                        Text.key(offence + ".ban", name, banMinutes),
                        room,
                        sender);
        }
        return Reply.silent();
    }

    /** Says what became of the penalty when the gateway has answered: before, it would be a promise. */
    private void tell(CompletionStage<Outcome> stage, Text done, Room room, Peer sender) {
        String name = PlainText.line(sender.displayName(), MAX_NAME);
        stage.whenComplete((outcome, fault) -> {
            if (fault != null) {
                LOG.error("Room {}: user {} was not thrown out", room.id(), sender.userId(), fault);
                say(Text.key("penalty.fault", name), room);
            } else if (outcome instanceof Outcome.Refused refused) {
                String why = messages.word(refused.reason(), Locale.ENGLISH);
                LOG.warn("Room {}: user {} was not thrown out: {}", room.id(), sender.userId(), why);
                say(Text.key("penalty.refused", name, refused.reason()), room);
            } else {
                say(done, room);
            }
        });
    }

    private void say(Text text, Room room) {
        room.say(messages.word(text, room.locale()));
    }
}
