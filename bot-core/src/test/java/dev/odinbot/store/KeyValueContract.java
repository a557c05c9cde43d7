package dev.odinbot.store;

import static dev.odinbot.store.Stores.await;
import static dev.odinbot.store.Stores.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.StorageException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plugins may rely on, on every database and in the test kit. */
interface KeyValueContract {

    /** Those of one plugin, the same each time in one test. */
    KeyValueStore keys(String plugin);

    @Test
    default void keys_putReadReplacedAndRemoved() {
        KeyValueStore keys = keys("music");
        await(keys.put("playlist.a", "1"));
        await(keys.put("playlist.a", "2"));

        assertThat(await(keys.get("playlist.a"))).contains("2");
        assertThat(await(keys.get("playlist.b"))).isEmpty();
        assertThat(await(keys.remove("playlist.a"))).isTrue();
        assertThat(await(keys.remove("playlist.a"))).isFalse();
        assertThat(await(keys.get("playlist.a"))).isEmpty();
    }

    @Test
    default void keys_ofAPrefix_areThoseSortedAndNoOthers() {
        KeyValueStore keys = keys("music");
        List.of("a%", "a_b", "aXb", "A_b", "a_é🎵", "a_a", "b").forEach(key -> keys.put(key, key));

        assertThat(await(keys.all("a_")).keySet()).containsExactly("a_a", "a_b", "a_é🎵");
        assertThat(await(keys.all("a_é🎵")).keySet()).containsExactly("a_é🎵");
        assertThat(await(keys.all("a%")).keySet()).containsExactly("a%");
        assertThat(await(keys.all("")).keySet()).containsExactly("A_b", "a%", "aXb", "a_a", "a_b", "a_é🎵", "b");
    }

    @Test
    default void keys_atTheLimits_areTaken() {
        String key = "k".repeat(KeyValueStore.MAX_KEY_CHARS);
        String value = "ä".repeat(KeyValueStore.MAX_VALUE_CHARS);
        await(keys("a").put(key, value));
        await(keys("a").put("empty", ""));

        assertThat(await(keys("a").get(key))).contains(value);
        assertThat(await(keys("a").get("empty"))).contains("");
    }

    @Test
    default void keys_beyondTheLimits_areRefusedAtOnce() {
        KeyValueStore keys = keys("a");

        assertThatThrownBy(() -> keys.put("", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A key has 1 to 200 characters, not 0");
        assertThatThrownBy(() -> keys.put("k".repeat(201), "x")).hasMessageContaining("not 201");
        assertThatThrownBy(() -> keys.put("x", "v".repeat(1_000_001)))
                .hasMessage("A value has at most 1000000 characters, not 1000001");
    }

    @Test
    default void writes_ofOnePlugin_happenInTheOrderInWhichTheyWereAskedFor() {
        KeyValueStore keys = keys("a");
        IntStream.range(0, 300).forEach(i -> keys.put("k", "" + i));

        assertThat(await(keys.get("k"))).contains("299");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83c", "\udfb5x"})
    default void keys_textThatNotEveryDatabaseKeeps_isRefused(String text) {
        assertThat(fault(keys("a").put("k", text)))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("A database cannot keep this text");
        assertThat(fault(keys("a").put(text, "v"))).isInstanceOf(StorageException.class);
        assertThat(await(keys("a").all(""))).isEmpty();
    }

    @Test
    default void keys_readBefore_areNotChangedByWhatIsPutLater() {
        KeyValueStore keys = keys("a");
        await(keys.put("k", "1"));
        Map<String, String> before = await(keys.all(""));
        await(keys.put("k", "2"));
        await(keys.put("l", "1"));

        assertThat(before).isEqualTo(Map.of("k", "1"));
        before.put("m", "of the asker");
        assertThat(await(keys.all("")).keySet()).containsExactly("k", "l");
    }
}
