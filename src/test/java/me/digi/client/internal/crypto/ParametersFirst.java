package me.digi.client.internal.crypto;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a key before it has the parameters, as bc-fips does in approved mode: until then the digest is SHA-1. Beneath it is
 * the JDK's.
 */
final class ParametersFirst extends Provider {
    private static final long serialVersionUID = 1;

    ParametersFirst() {
        super("ParametersFirst", "1", "wants the parameters before the key");
        putService(new PssService(this));
    }

    private static final class PssService extends Service {
        PssService(Provider provider) {
            super(provider, "Signature", "RSASSA-PSS", Pss.class.getName(), null, null);
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            try {
                return new Pss(Signature.getInstance("RSASSA-PSS", "SunRsaSign"));
            } catch (java.security.NoSuchProviderException e) {
                throw new NoSuchAlgorithmException(e);
            }
        }
    }

    private static final class Pss extends SignatureSpi {
        private final Signature signature;
        private @Nullable AlgorithmParameterSpec parameters;

        Pss(Signature signature) {
            this.signature = signature;
        }

        private void check() throws InvalidKeyException {
            if (parameters == null) {
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
        protected void engineSetParameter(AlgorithmParameterSpec newParameters)
                throws InvalidAlgorithmParameterException {
            signature.setParameter(newParameters);
            parameters = newParameters;
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
