package dev.odinbot.store;

/** Which texts every database gives back as they were put in. */
final class StorableText {

    static final String REFUSAL =
            "A database cannot keep this text: it has the character 0 or half a character (an unpaired surrogate) in it."
                    + " Leave that out, or write it in another way";

    private StorableText() {}

    static boolean is(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
