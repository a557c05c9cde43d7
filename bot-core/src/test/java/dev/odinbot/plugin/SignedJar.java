package dev.odinbot.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A jar that somebody signed, and somebody else changed afterwards. */
final class SignedJar {

    private SignedJar() {}

    /** Signs {@code jar} and then puts {@code other} in the place of one of its entries. */
    static void writeTampered(byte[] jar, String entry, byte[] other, Path to) throws IOException {
        Path signed = Files.createTempFile("signed", ".jar");
        try {
            Files.write(to, jar);
            try (ZipFile zip = new ZipFile(to.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                signer().sign(zip, out);
            }
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(signed)));
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
                for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                    out.putNextEntry(new ZipEntry(next.getName()));
                    out.write(next.getName().equals(entry) ? other : in.readAllBytes());
                }
            }
        } finally {
            Files.delete(signed);
        }
    }

    private static JarSigner signer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            return new JarSigner.Builder(
                            pair.getPrivate(),
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate(pair))))
                    .signerName("TEST")
                    .build();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=test");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                                Date.from(Instant.parse("2100-01-01T00:00:00Z")),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
