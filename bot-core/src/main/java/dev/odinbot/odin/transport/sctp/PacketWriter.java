package dev.odinbot.odin.transport.sctp;

/** Puts chunks into the outbox's packet, one packet at a time: nothing of others is called between begin and send. */
final class PacketWriter {

    private final int sourcePort;
    private final int destinationPort;
    private final SctpAssociation.Outbox outbox;
    private final PacketChecksum checksum = new PacketChecksum();

    private byte[] packet = new byte[0];
    private int length;
    private int peerTag;

    PacketWriter(int sourcePort, int destinationPort, SctpAssociation.Outbox outbox) {
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
        this.outbox = outbox;
    }

    /** What the peer wants to see in every packet from now on. */
    void address(int tag) {
        peerTag = tag;
    }

    void begin() {
        begin(peerTag);
    }

    void begin(int tag) {
        packet = outbox.packet();
        BigEndian.writeShort(packet, 0, sourcePort);
        BigEndian.writeShort(packet, 2, destinationPort);
        BigEndian.writeInt(packet, 4, tag);
        length = PacketReader.HEADER_BYTES;
    }

    /** What is left for one more chunk's value. */
    int room() {
        return SctpAssociation.MAX_PACKET_BYTES / 4 * 4 - length - PacketReader.CHUNK_HEADER_BYTES;
    }

    /** @return where to write the chunk's value in {@link #bytes}; the padding is there already */
    int chunk(int type, int flags, int valueLength) {
        int at = length;
        packet[at] = (byte) type;
        packet[at + 1] = (byte) flags;
        BigEndian.writeShort(packet, at + 2, PacketReader.CHUNK_HEADER_BYTES + valueLength);
        length = at + PacketReader.CHUNK_HEADER_BYTES + PacketReader.padded(valueLength);
        for (int i = at + PacketReader.CHUNK_HEADER_BYTES + valueLength; i < length; i++) {
            packet[i] = 0;
        }
        return at + PacketReader.CHUNK_HEADER_BYTES;
    }

    byte[] bytes() {
        return packet;
    }

    void send() {
        checksum.write(packet, length);
        outbox.send(length);
    }

    /** A packet of one chunk that has no value. */
    void sendBare(int type) {
        begin();
        chunk(type, 0, 0);
        send();
    }
}
