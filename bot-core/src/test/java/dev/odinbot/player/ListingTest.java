package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.player.Listing.Line;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void parse_extendedM3u_readsTitlesLengthsAndName() {
        Listing listing = Listing.parse("\uFEFF#EXTM3U\r\n#PLAYLIST:Mix\r\n#EXTINF:123,A - B, C\r\na.mp3\r\n\r\n"
                + "#EXTINF:-1 tvg-id=\"x\",Radio\r\nhttp://host/live\r\nplain.ogg\r\n");

        assertThat(listing.name()).isEqualTo("Mix");
        assertThat(listing.hls()).isFalse();
        assertThat(listing.lines())
                .containsExactly(
                        new Line("a.mp3", "A - B, C", Optional.of(Duration.ofSeconds(123))),
                        new Line("http://host/live", "Radio", Optional.empty()),
                        new Line("plain.ogg", "", Optional.empty()));
    }

    @Test
    void parse_pls_ordersByNumber() {
        Listing listing = Listing.parse("[Playlist]\nfile2=b.mp3\nFile1=http://host/a\nTitle1=A\nLength1=-1\n"
                + "Length2=7\nTitle3=nothing\nNumberOfEntries=2\nVersion=2\n");

        assertThat(listing.lines())
                .containsExactly(
                        new Line("http://host/a", "A", Optional.empty()),
                        new Line("b.mp3", "", Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void parse_moreThanAQueueTakes_countsTheRest() {
        Listing m3u = Listing.parse("a\n".repeat(5_000));
        StringBuilder text = new StringBuilder("[playlist]\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append("File").append(i).append("=a\nTitle").append(i).append("=b\n");
        }
        Listing pls = Listing.parse(text.toString());

        assertThat(m3u.lines()).hasSize(1001);
        assertThat(m3u.more()).isEqualTo(3_999);
        assertThat(pls.lines()).hasSize(1001).last().isEqualTo(new Line("a", "b", Optional.empty()));
        assertThat(pls.more()).isEqualTo(3_999);
    }

    @Test
    void parse_hls_isOneStream() {
        assertThat(Listing.parse("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\none.ts\n")
                        .hls())
                .isTrue();
    }

    @Test
    void parse_garbage_hasNoLines() {
        assertThat(Listing.parse("").lines()).isEmpty();
        assertThat(Listing.parse("[playlist]\nFile999999999999=x\n=\n").lines()).isEmpty();
    }
}
