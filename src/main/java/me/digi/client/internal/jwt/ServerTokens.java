package me.digi.client.internal.jwt;

import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.PrematureJwtException;
import io.jsonwebtoken.security.SecurityException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;

/**
 * Verifies what the server answers: PS512 only, with a key that the server publishes itself ({@code jwks/oauth} under
 * the base URL) and that has the token's {@code kid}. Whatever a token says about where its key lies ({@code jku}) is
 * not looked at. Safe for use by many threads.
 */
public final class ServerTokens {
    /** How far the clocks may differ where a token says until when it holds. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Ps512 PS512 = Ps512.byPlatform();

    private final ServerKeys keys;
    private final Clock clock;

    /** Verifies with keys that {@code keySource} fetches, by their {@code kid}. */
    public ServerTokens(Supplier<Map<String, PublicKey>> keySource, Clock clock) {
        this.keys = new ServerKeys(keySource, clock);
        this.clock = clock;
    }

    /**
     * Sees to it that the server's keys are at hand: before a request whose answer must not be lost for want of them.
     */
    public void ensureKeysKnown() {
        keys.ensureKnown();
    }

    /**
     * What the token says, once its signature has held.
     *
     * @param operation which operation the server answered, for the error
     * @throws VerificationException if any check fails
     */
    public VerifiedToken verify(String operation, String compact) {
        try {
            UnverifiedToken unverified = UnverifiedToken.parse(compact);
            return verify(unverified, keys.get(unverified.keyId()));
        } catch (RefusedTokenException e) {
            throw new VerificationException(operation, e.check(), e.what(), e);
        }
    }

    private VerifiedToken verify(UnverifiedToken token, PublicKey key) throws RefusedTokenException {
        try {
            Jwts.parser()
                    .json(JwtJson.INSTANCE)
                    .zip()
                    .clear()
                    .and()
                    .sig()
                    .clear()
                    .add(PS512)
                    .and()
                    .clock(() -> Date.from(clock.instant()))
                    .clockSkewSeconds(CLOCK_SKEW.toMillis() / 1000)
                    .verifyWith(key)
                    .build()
                    .parseSignedClaims(token.compact());
        } catch (ExpiredJwtException e) {
            throw new RefusedTokenException(Check.EXPIRED, "it held until some time ago");
        } catch (PrematureJwtException e) {
            throw new RefusedTokenException(Check.NOT_YET_VALID, "it will not hold for some time");
        } catch (SecurityException e) {
            throw new RefusedTokenException(Check.SIGNATURE, "its signature does not match its content");
        } catch (JwtException | IllegalArgumentException e) {
            throw new RefusedTokenException(Check.FORMAT, "it is not a signed JSON object");
        }
        String payload = token.compact().split("\\.", -1)[1];
        return new VerifiedToken(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
