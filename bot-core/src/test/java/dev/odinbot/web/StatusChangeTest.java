package dev.odinbot.web;

import static dev.odinbot.web.RunningWeb.TUNE;
import static dev.odinbot.web.RunningWeb.room;
import static dev.odinbot.web.RunningWeb.status;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusChangeTest {

    private static final BotStatus BEFORE = status(room("joined", TUNE, 1000));

    @Test
    void between_positionMovedOn_isNoChange() {
        assertThat(StatusChange.between(BEFORE, status(room("joined", TUNE, 1500))))
                .isFalse();
    }

    @Test
    void between_positionWentBack_isAChange() {
        assertThat(StatusChange.between(BEFORE, status(room("joined", TUNE, 0))))
                .isTrue();
    }

    @Test
    void between_trackStateOrNumberOfRoomsDiffers_isAChange() {
        assertThat(StatusChange.between(BEFORE, status(room("joined", null, 1000))))
                .isTrue();
        assertThat(StatusChange.between(BEFORE, status(room("left", TUNE, 1000))))
                .isTrue();
        assertThat(StatusChange.between(BEFORE, status())).isTrue();
    }
}
