package dev.odinbot.store;

import java.sql.SQLException;

/** A fault that is in words already. */
final class TroubleException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    TroubleException(Trouble trouble) {
        super(trouble.toString());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
