package dev.odinbot.bot;

import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;
import java.util.Locale;

/** What the bot says of itself, in the room's language. Any thread. */
final class Words {

    private static final MessageBundles BUNDLES = MessageBundles.beside(Words.class);

    private Words() {}

    static String of(Text text, Locale locale) {
        return BUNDLES.word(text, locale);
    }
}
