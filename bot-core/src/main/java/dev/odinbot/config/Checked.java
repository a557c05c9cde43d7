package dev.odinbot.config;

/** A config record with rules that types and ranges cannot say. */
public interface Checked {

    /**
     * Reports what is wrong with this record. Called once after the whole file has been read; components that were
     * themselves at fault hold an empty value, and what is reported about them is dropped.
     */
    void check(Faults faults);
}
