package dev.odinbot.web;

import dev.odinbot.http.HttpRoutes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;

/** The page itself. */
final class PageRoutes implements HttpRoutes {

    /**
     * Nothing from elsewhere, no inline code. What the vendor's SDK needs beyond that: its worker and its audio worklet
     * are {@code data:} scripts, its codec is WebAssembly, and gateways and servers may have any address.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self' data: 'wasm-unsafe-eval'; "
            + "worker-src data:; style-src 'self'; img-src 'self'; connect-src 'self' http: https: ws: wss:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    PageRoutes() {}

    @Override
    public void addTo(JavalinConfig config) {
        PageAsset page = PageAsset.load("index.html", "text/html; charset=utf-8");
        config.routes.get("/", request -> send(request, page));
        add(config, "app.js", "text/javascript; charset=utf-8");
        add(config, "app.css", "text/css; charset=utf-8");
        add(config, "icon.svg", "image/svg+xml");
    }

    private static void add(JavalinConfig config, String name, String contentType) {
        PageAsset asset = PageAsset.load(name, contentType);
        config.routes.get("/" + name, request -> send(request, asset));
    }

    private static void send(Context request, PageAsset asset) {
        // Asked about at every visit: a new build shows at once, an old one costs no transfer.
        request.header("Cache-Control", "no-cache").header("ETag", asset.etag());
        String known = request.header("If-None-Match");
        if (known != null && asset.matches(known)) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.contentType(asset.contentType())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .result(asset.content());
    }
}
