package dev.odinbot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the page as the build put it on the class path; held in memory, they are few. */
final class PageAsset {

    private final String contentType;
    private final byte[] content;
    private final String etag;

    private PageAsset(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
        this.etag = '"' + HexFormat.of().formatHex(sha256(content), 0, 12) + '"';
    }

    /** @throws IllegalStateException when the build left it out */
    static PageAsset load(String name, String contentType) {
        try (InputStream file = PageAsset.class.getResourceAsStream("/web/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The build did not bundle the page: web/" + name + " is missing");
            }
            return new PageAsset(contentType, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String contentType() {
        return contentType;
    }

    byte[] content() {
        return content;
    }

    String etag() {
        return etag;
    }

    /** Whether the visitor's {@code If-None-Match} names this very content, perhaps among others or as weak. */
    boolean matches(String ifNoneMatch) {
        return ifNoneMatch.contains(etag);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
