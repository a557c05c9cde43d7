package dev.odinbot.plugins.admin;

import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.Text;

/** Sentences that become a part of a longer reply. */
final class Words {

    private final Messages messages;

    Words(Messages messages) {
        this.messages = messages;
    }

    String of(Room room, String key, Object... arguments) {
        return messages.word(Text.key(key, arguments), room.locale());
    }
}
