package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final DataChannels channels = mock(DataChannels.class);

    @Test
    void run_noChannelCanBeMade_isNoFault() {
        when(channels.offer(any())).thenReturn(CompletableFuture.failedFuture(new IllegalStateException("no port")));

        assertThatCode(() -> WarmUp.run(channels)).doesNotThrowAnyException();
        verify(channels).offer(any());
    }

    @Test
    void run_channelsFailAtOnce_isNoFault() {
        when(channels.offer(any())).thenThrow(new IllegalStateException("closed"));

        assertThatCode(() -> WarmUp.run(channels)).doesNotThrowAnyException();
        verify(channels).offer(any());
    }
}
