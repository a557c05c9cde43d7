package dev.odinbot.odin.transport.dtls;

import java.math.BigInteger;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The JDK's DTLS as a peer of ours: it shares neither the handshake's code nor the records'. Usable from any thread. */
final class JdkPeer {

    /** What the engine wants at least while it shakes hands. */
    private static final int ROOM_BYTES = 34_000;

    private final SSLEngine engine;
    private final List<String> heard = new ArrayList<>();
    private Consumer<byte[]> wire = datagram -> {};
    final X509Certificate certificate;

    JdkPeer(DtlsRole role, boolean showsCertificate, int maxDatagramBytes) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=jdk");
        certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.TEN,
                                Date.from(TestPeer.NOW.minus(Duration.ofDays(1))),
                                Date.from(TestPeer.NOW.plus(Duration.ofDays(1))),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        if (showsCertificate) {
            keys.setKeyEntry("jdk", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("DTLSv1.2");
        context.init(factory.getKeyManagers(), new TrustManager[] {new Everybody()}, null);
        engine = context.createSSLEngine();
        engine.setUseClientMode(role == DtlsRole.CLIENT);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setMaximumPacketSize(maxDatagramBytes);
        parameters.setNeedClientAuth(true);
        engine.setSSLParameters(parameters);
    }

    Fingerprint fingerprint() throws Exception {
        return Fingerprint.of(certificate.getEncoded());
    }

    void suite(String suite) {
        engine.setEnabledCipherSuites(new String[] {suite});
    }

    synchronized void wire(Consumer<byte[]> to) {
        wire = to;
    }

    synchronized void start() throws SSLException {
        engine.beginHandshake();
        advance();
    }

    synchronized void receive(byte[] datagram) {
        ByteBuffer in = ByteBuffer.wrap(datagram);
        ByteBuffer out = ByteBuffer.allocate(ROOM_BYTES);
        try {
            while (in.hasRemaining()) {
                SSLEngineResult result = engine.unwrap(in, out.clear());
                if (out.position() > 0) {
                    heard.add("data: " + new String(out.array(), 0, out.position(), StandardCharsets.UTF_8));
                }
                note(result);
                advance();
                if (result.getStatus() == SSLEngineResult.Status.CLOSED
                        || result.bytesConsumed() == 0
                                && engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP_AGAIN) {
                    break;
                }
            }
        } catch (SSLException e) {
            heard.add("failed: " + e.getMessage());
            engine.closeOutbound();
        }
    }

    private void advance() throws SSLException {
        for (; ; ) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> {
                    if (wrap(ByteBuffer.allocate(0)).bytesProduced() == 0) {
                        return;
                    }
                }
                case NEED_UNWRAP_AGAIN -> {
                    ByteBuffer out = ByteBuffer.allocate(ROOM_BYTES);
                    note(engine.unwrap(ByteBuffer.allocate(0), out));
                }
                default -> {
                    return;
                }
            }
        }
    }

    private SSLEngineResult wrap(ByteBuffer data) throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(ROOM_BYTES);
        SSLEngineResult result = engine.wrap(data, out);
        if (out.position() > 0) {
            byte[] datagram = new byte[out.position()];
            out.flip().get(datagram);
            wire.accept(datagram);
        }
        note(result);
        return result;
    }

    private void note(SSLEngineResult result) {
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
            heard.add("connected");
        }
        if (result.getStatus() == SSLEngineResult.Status.CLOSED && !heard.contains("closed")) {
            heard.add("closed");
        }
    }

    synchronized void say(String text) throws SSLException {
        wrap(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    synchronized void close() throws SSLException {
        engine.closeOutbound();
        wrap(ByteBuffer.allocate(0));
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    synchronized String suite() {
        return engine.getSession().getCipherSuite();
    }

    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
