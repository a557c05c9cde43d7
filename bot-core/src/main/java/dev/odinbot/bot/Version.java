package dev.odinbot.bot;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from its jar. */
final class Version implements IVersionProvider {

    static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "development" : number;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"odin-bot " + number()};
    }
}
