package dev.odinbot.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Brings session descriptions from one process to the other, as the room stream does. Any thread sends. */
final class Signalling {

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Listener listener;

    /** Listeners must not hold up the threads of data channels, so neither may a full pipe. */
    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "signalling-out");
        thread.setDaemon(true);
        return thread;
    });

    /** On the thread that reads. An empty text says that the connection is no more. */
    interface Listener {
        void heard(int connection, String text);
    }

    Signalling(Socket socket, Listener listener) throws IOException {
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        this.listener = listener;
        Thread reading = new Thread(this::read, "signalling-in");
        reading.setDaemon(true);
        reading.start();
    }

    void say(int connection, String text) {
        writing.execute(() -> {
            try {
                out.writeInt(connection);
                out.writeUTF(text);
                out.flush();
            } catch (IOException e) {
                System.err.println("The other process is gone: " + e);
            }
        });
    }

    private void read() {
        try {
            while (true) {
                int connection = in.readInt();
                listener.heard(connection, in.readUTF());
            }
        } catch (EOFException e) {
            // the other process has ended
        } catch (IOException e) {
            System.err.println("Signalling ended: " + e);
        }
    }
}
