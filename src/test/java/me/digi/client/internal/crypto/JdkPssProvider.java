package me.digi.client.internal.crypto;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;

/** The JDK's PS512 with the habits of another provider. */
final class JdkPssProvider extends Provider {
    private static final long serialVersionUID = 1;

    private final transient Provider jdk = Security.getProvider("SunRsaSign");
    private final boolean parametersFirst;

    private JdkPssProvider(String name, String algorithm, boolean parametersFirst) {
        super(name, "1", "for tests");
        this.parametersFirst = parametersFirst;
        putService(new PssService(algorithm));
    }

    /** Knows PS512 only by the name that it has on Android. */
    static JdkPssProvider android() {
        return new JdkPssProvider("AndroidLike", "SHA512withRSA/PSS", false);
    }

    /** Rejects a key before it has the parameters, as bc-fips does in approved mode: until then the digest is SHA-1. */
    static JdkPssProvider parametersFirst() {
        return new JdkPssProvider("ParametersFirst", "RSASSA-PSS", true);
    }

    private final class PssService extends Service {
        PssService(String algorithm) {
            super(JdkPssProvider.this, "Signature", algorithm, Pss.class.getName(), null, null);
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return new Pss(Signature.getInstance("RSASSA-PSS", jdk), !parametersFirst);
        }
    }

    private static final class Pss extends SignatureSpi {
        private final Signature signature;
        private boolean takesKey;

        Pss(Signature signature, boolean takesKey) {
            this.signature = signature;
            this.takesKey = takesKey;
        }

        private void check() throws InvalidKeyException {
            if (!takesKey) {
                throw new InvalidKeyException("SHA-1 is not approved for signature generation");
            }
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            check();
            signature.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            check();
            signature.initSign(key);
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
            signature.setParameter(parameters);
            takesKey = true;
        }

        @Override
        protected void engineUpdate(byte value) throws SignatureException {
            signature.update(value);
        }

        @Override
        protected void engineUpdate(byte[] values, int offset, int length) throws SignatureException {
            signature.update(values, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] bytes) throws SignatureException {
            return signature.verify(bytes);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
