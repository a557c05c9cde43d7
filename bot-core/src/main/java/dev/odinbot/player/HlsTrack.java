package dev.odinbot.player;

import com.google.common.io.ByteStreams;
import com.sedmelluq.discord.lavaplayer.container.playlists.HlsStreamSegmentUrlProvider;
import com.sedmelluq.discord.lavaplayer.source.stream.M3uStreamSegmentUrlProvider;
import com.sedmelluq.discord.lavaplayer.source.stream.MpegTsM3uStreamAudioTrack;
import com.sedmelluq.discord.lavaplayer.tools.http.HttpContextFilter;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpInterface;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpInterfaceManager;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.entity.HttpEntityWrapper;

/** A stream in pieces (HLS). Reads no more than the beginning of its lists, which LavaPlayer takes into memory whole. */
final class HlsTrack extends MpegTsM3uStreamAudioTrack {

    static final int MOST_LIST_BYTES = 1 << 19;

    private final HttpInterfaceManager clients;
    private final HlsStreamSegmentUrlProvider pieces;

    /** @param clients made for these tracks with {@link #bounded} */
    HlsTrack(AudioTrackInfo info, URI address, HttpInterfaceManager clients) {
        super(info);
        this.clients = clients;
        this.pieces = new HlsStreamSegmentUrlProvider(address.toString(), null) {
            @Override
            protected HttpUriRequest createSegmentGetRequest(String url) {
                return new GetPiece(url);
            }
        };
    }

    static HttpInterfaceManager bounded(HttpInterfaceManager clients) {
        clients.setHttpContextFilter(new ListBound());
        return clients;
    }

    @Override
    protected M3uStreamSegmentUrlProvider getSegmentUrlProvider() {
        return pieces;
    }

    @Override
    protected HttpInterface getHttpInterface() {
        return clients.getInterface();
    }

    private static final class GetPiece extends HttpGet {
        private GetPiece(String url) {
            super(url);
        }
    }

    private static final class ListBound implements HttpContextFilter {
        @Override
        public void onContextOpen(HttpClientContext context) {}

        @Override
        public void onContextClose(HttpClientContext context) {}

        @Override
        public void onRequest(HttpClientContext context, HttpUriRequest request, boolean isRepetition) {}

        @Override
        public boolean onRequestResponse(HttpClientContext context, HttpUriRequest request, HttpResponse response) {
            if (!(request instanceof GetPiece) && response.getEntity() != null) {
                response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                    @Override
                    public InputStream getContent() throws IOException {
                        return ByteStreams.limit(super.getContent(), MOST_LIST_BYTES);
                    }
                });
            }
            return false;
        }

        @Override
        public boolean onRequestException(HttpClientContext context, HttpUriRequest request, Throwable error) {
            return false;
        }
    }
}
