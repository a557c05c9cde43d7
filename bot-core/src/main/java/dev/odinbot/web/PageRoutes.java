package dev.odinbot.web;

import dev.odinbot.http.HttpRoutes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;

/** The page itself. */
final class PageRoutes implements HttpRoutes {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** Nothing from elsewhere, no inline code; but gateways and servers may have any address. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; "
            + "style-src 'self'; img-src 'self'; connect-src 'self' http: https: ws: wss:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The vendor's worker makes functions from text and runs WebAssembly; and nothing else, so it reaches nothing. */
    private static final String WORKER_POLICY = "default-src 'none'; script-src 'unsafe-eval'";

    @Inject
    PageRoutes() {}

    @Override
    public void addTo(JavalinConfig config) {
        PageAsset page = PageAsset.load("index.html", "text/html; charset=utf-8");
        config.routes.get("/", request -> send(request, page, PAGE_POLICY));
        add(config, "app.js", SCRIPT, PAGE_POLICY);
        add(config, "odin-worker.js", SCRIPT, WORKER_POLICY);
        add(config, "odin-worklet.js", SCRIPT, PAGE_POLICY);
        add(config, "app.css", "text/css; charset=utf-8", PAGE_POLICY);
        add(config, "icon.svg", "image/svg+xml", PAGE_POLICY);
    }

    private static void add(JavalinConfig config, String name, String contentType, String policy) {
        PageAsset asset = PageAsset.load(name, contentType);
        config.routes.get("/" + name, request -> send(request, asset, policy));
    }

    private static void send(Context request, PageAsset asset, String policy) {
        // Asked about at every visit: a new build shows at once, an old one costs no transfer.
        request.header("Cache-Control", "no-cache").header("ETag", asset.etag());
        String known = request.header("If-None-Match");
        if (known != null && asset.matches(known)) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.contentType(asset.contentType())
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .result(asset.content());
    }
}
