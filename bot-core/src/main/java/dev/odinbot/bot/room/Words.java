package dev.odinbot.bot.room;

import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;
import java.util.Locale;

/** What the bot says of itself, in the room's language. Any thread. */
public final class Words {

    private static final MessageBundles BUNDLES = MessageBundles.beside(Words.class);

    private Words() {}

    public static String of(Text text, Locale locale) {
        return BUNDLES.word(text, locale);
    }
}
