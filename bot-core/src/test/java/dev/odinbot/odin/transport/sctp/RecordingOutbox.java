package dev.odinbot.odin.transport.sctp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers what an association wanted, and passes its packets on. */
final class RecordingOutbox implements SctpAssociation.Outbox {

    final List<byte[]> packets = new ArrayList<>();
    final List<byte[]> messages = new ArrayList<>();
    int establishments;

    @Nullable
    String closed;

    Consumer<byte[]> network = packets::add;
    Runnable onMessage = () -> {};

    private final byte[] packet = new byte[SctpAssociation.MAX_PACKET_BYTES];

    @Override
    public byte[] packet() {
        // What the last packet left there must not matter.
        Arrays.fill(packet, (byte) 0xee);
        return packet;
    }

    @Override
    public void send(int length) {
        if (length > SctpAssociation.MAX_PACKET_BYTES || length % 4 != 0) {
            throw new AssertionError("Packet of " + length + " bytes");
        }
        network.accept(Arrays.copyOf(packet, length));
    }

    @Override
    public void established() {
        checkOpen();
        establishments++;
    }

    @Override
    public void message(byte[] buffer, int offset, int length) {
        checkOpen();
        messages.add(Arrays.copyOfRange(buffer, offset, offset + length));
        onMessage.run();
    }

    @Override
    public void closed(String reason) {
        checkOpen();
        closed = reason;
    }

    private void checkOpen() {
        if (closed != null) {
            throw new AssertionError("Something came after the end");
        }
    }
}
