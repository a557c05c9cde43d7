package dev.odinbot.bot.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void into_textWithGaps_cutsAtTheLastOneOfEachPiece() {
        assertThat(Cut.into(7, "one two\nthree four")).containsExactly("one two", "three", "four");
        assertThat(Cut.into(5, "a\nb c d e")).containsExactly("a", "b c d", "e");
        assertThat(Cut.into(4, "ab cdefgh ij")).containsExactly("ab", "cdef", "gh", "ij");
        assertThat(Cut.into(3, " abc")).containsExactly(" ab", "c");
    }

    @Test
    void into_longText_copiesEachCharacterOnce() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String text = "word ".repeat(400_000);
        long before = threads.getCurrentThreadAllocatedBytes();

        List<String> pieces = Cut.intoMessages(text);

        long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(String.join(" ", pieces)).isEqualTo(text);
        assertThat(allocatedBytes).isLessThan(2L * text.length());
    }
}
