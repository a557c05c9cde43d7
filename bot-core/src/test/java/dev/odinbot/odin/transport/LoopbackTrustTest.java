package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTrustTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
    void isLoopback_thisMachine_isTrue(String host) {
        assertThat(LoopbackTrust.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost.example",
                "127.0.0.1.example",
                "10.0.0.1",
                "128.0.0.1",
                "example.org",
                "::2",
                "127.1"
            })
    void isLoopback_elsewhere_isFalse(String host) {
        assertThat(LoopbackTrust.isLoopback(host)).isFalse();
    }

    @Test
    void isLoopback_noHost_isFalse() {
        assertThat(LoopbackTrust.isLoopback(null)).isFalse();
    }
}
