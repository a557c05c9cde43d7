package dev.odinbot.store;

import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A process that writes numbered values and says of each when it is stored, until it is killed: some at a time, so that the end comes
 * in the middle of others.
 */
final class CrashWriter {

    private static final int AT_A_TIME = 8;

    private CrashWriter() {}

    public static void main(String[] args) throws Exception {
        int first = Integer.parseInt(args[2]);
        PrintStream out = new PrintStream(new FileOutputStream(java.io.FileDescriptor.out), true);
        Stores stores = new Stores(new StoreConfig(args[0], args[1], "", 2));
        Stores.await(stores.tables("rows").migrate(List.of("create table {t} (n integer primary key, text text)")));
        Semaphore free = new Semaphore(AT_A_TIME);
        for (int i = first; ; i++) {
            int number = i;
            free.acquire();
            (number % 2 == 0
                            ? stores.keys("keys").put("" + number, "value " + number + "v".repeat(number % 5000))
                            : stores.tables("rows").update("insert into {t} values (?, ?)", number, "value " + number))
                    .whenComplete((done, fault) -> {
                        out.println(fault == null ? "" + number : "FAULT " + fault);
                        free.release();
                    });
        }
    }
}
