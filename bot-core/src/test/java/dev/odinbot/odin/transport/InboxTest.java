package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final List<Integer> lengths = new ArrayList<>();
    private final List<ByteBuffer> buffers = new ArrayList<>();

    private final DataChannelListener listener = new DataChannelListener() {
        @Override
        public void received(ByteBuffer datagram) {
            lengths.add(datagram.remaining());
            buffers.add(datagram);
            for (byte expected = 0; datagram.hasRemaining(); expected++) {
                assertThat(datagram.get()).isEqualTo(expected);
            }
        }
    };

    private static void add(int length) {
        byte[] bytes = new byte[length + 3];
        for (int i = 0; i < length; i++) {
            bytes[i + 3] = (byte) i;
        }
        Inbox.own().add(bytes, 3, length);
    }

    @Test
    void tell_messagesOfOneDatagram_comeInOrderFromTheSameBuffer() {
        add(157);
        add(0);
        add(20);
        Inbox.own().tell(listener);
        add(5);
        Inbox.own().tell(listener);
        Inbox.own().tell(listener);

        assertThat(lengths).containsExactly(157, 0, 20, 5);
        assertThat(buffers).allMatch(buffer -> buffer == buffers.get(0));
    }

    @Test
    void add_moreThanThereIsRoomFor_growsAndKeepsAll() {
        for (int i = 0; i < 100; i++) {
            add(1000);
        }
        add(60_000);
        Inbox.own().tell(listener);

        assertThat(lengths).hasSize(101).endsWith(1000, 60_000);
    }

    @Test
    void tell_listenerFails_isEmptyAfterwards() {
        add(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> Inbox.own().tell(new DataChannelListener() {
                    @Override
                    public void received(ByteBuffer datagram) {
                        throw new IllegalStateException("on purpose");
                    }
                }));
        Inbox.own().tell(listener);

        assertThat(lengths).isEmpty();
    }
}
