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

/** Has PS512 by the name that it goes by on Android, and no other; beneath it is the JDK's. */
final class AndroidProvider extends Provider {
    private static final long serialVersionUID = 1;

    private final transient Provider jdk;

    AndroidProvider(Provider jdk) {
        super("AndroidLike", "1", "PS512 as Android calls it");
        this.jdk = jdk;
        putService(new PssService(this));
    }

    private final class PssService extends Service {
        PssService(Provider provider) {
            super(provider, "Signature", "SHA512withRSA/PSS", Pss.class.getName(), null, null);
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return new Pss(Signature.getInstance("RSASSA-PSS", jdk));
        }
    }

    private static final class Pss extends SignatureSpi {
        private final Signature signature;

        Pss(Signature signature) {
            this.signature = signature;
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            signature.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            signature.initSign(key);
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
            signature.setParameter(parameters);
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
