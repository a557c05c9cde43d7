package dev.odinbot.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/** A certificate that this process made for itself; browsers will ask their user whether to go on. */
final class LocalCertificate {

    private static final int VALID_DAYS = 365;

    private LocalCertificate() {}

    /** @param bind host name or address besides the loopback ones */
    static Stored madeFor(String bind) {
        Set<String> names = new LinkedHashSet<>(Set.of("localhost", "127.0.0.1", "::1"));
        names.add(bind);
        HeldCertificate.Builder builder = new HeldCertificate.Builder()
                .commonName("ODIN bot on this machine")
                .ecdsa256()
                .duration(VALID_DAYS, TimeUnit.DAYS);
        names.forEach(builder::addSubjectAlternativeName);
        HeldCertificate certificate = builder.build();
        // Never leaves the process; a key store just wants one.
        String password = UUID.randomUUID().toString();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("local", certificate.keyPair().getPrivate(), password.toCharArray(), new Certificate[] {
                certificate.certificate()
            });
            return new Stored(store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new HttpServerException("Cannot make a certificate for local-server.tls-port", e);
        }
    }

    record Stored(KeyStore store, String password) {
        @Override
        public String toString() {
            return "Stored[***]";
        }
    }
}
