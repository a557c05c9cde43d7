package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.tools.Units;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpInterface;
import com.sedmelluq.discord.lavaplayer.tools.io.PersistentHttpStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;

/** What an address delivers, without the titles that a radio station weaves in. */
final class WebStream extends PersistentHttpStream {

    private final PlayableTrack.StreamTitles titles;

    WebStream(HttpInterface http, URI address, PlayableTrack.StreamTitles titles) {
        super(http, address, Units.CONTENT_LENGTH_UNKNOWN);
        this.titles = titles;
    }

    @Override
    protected HttpGet getConnectRequest() {
        HttpGet request = super.getConnectRequest();
        request.setHeader("Icy-MetaData", "1");
        return request;
    }

    @Override
    public InputStream createContentInputStream(HttpResponse response) throws IOException {
        InputStream content = super.createContentInputStream(response);
        return header(response, "icy-metaint")
                .filter(interval -> interval.matches("[1-9]\\d{0,6}"))
                .<InputStream>map(interval -> new IcyInputStream(content, Integer.parseInt(interval), titles))
                .orElse(content);
    }

    /** A header of the answer at hand. */
    Optional<String> header(String name) {
        return Optional.ofNullable(getCurrentResponse()).flatMap(response -> header(response, name));
    }

    private static Optional<String> header(HttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
