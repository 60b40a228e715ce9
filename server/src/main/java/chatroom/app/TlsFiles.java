package chatroom.app;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.X509KeyManager;

/** The certificate and the key of the operator, looked at before anybody depends on them. */
final class TlsFiles {
    private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");
    private static final byte[] SAMPLE =
            "signed by the one, verified by the other".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private TlsFiles() {}

    /** @throws ConfigException if they are no certificate and key, or do not belong together */
    static PemKeyCertOptions load(Vertx vertx, Config.Tls files) {
        var options = new PemKeyCertOptions()
                .setCertPath(files.certificate().toString())
                .setKeyPath(files.key().toString());
        try {
            var manager = (X509KeyManager) options.getKeyManagerFactory(vertx).getKeyManagers()[0];
            if (aliases(manager).allMatch(alias -> belongTogether(manager, alias))) {
                return options;
            }
            throw unusable(files, "they do not belong together");
        } catch (ConfigException e) {
            throw e;
        } catch (Exception e) {
            throw unusable(files, String.valueOf(e.getMessage()));
        }
    }

    private static Stream<String> aliases(X509KeyManager manager) {
        return KINDS.stream()
                .map(kind -> manager.getServerAliases(kind, null))
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream);
    }

    private static boolean belongTogether(X509KeyManager manager, String alias) {
        PrivateKey key = manager.getPrivateKey(alias);
        X509Certificate certificate = manager.getCertificateChain(alias)[0];
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static ConfigException unusable(Config.Tls files, String reason) {
        return new ConfigException("the certificate %s and the key %s can't be used: %s"
                .formatted(
                        files.certificate(),
                        files.key(),
                        reason.lines().findFirst().orElse("")));
    }
}
