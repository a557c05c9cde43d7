package dev.odinbot.testing;

/** Where tests of plugins begin: {@code import static dev.odinbot.testing.TestKit.assertThat}, and make a {@link FakeRoom}. */
public final class TestKit {

    private TestKit() {}

    /** Asks what the bot has said since the test last did something. */
    public static RoomAssert assertThat(FakeRoom room) {
        return new RoomAssert(room);
    }
}
