package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.sandbox.Operation;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The stack depth of a call with an expired token, from {@code accounts()} to the token request, over all threads. */
class CallDepthTest {
    private static final int MOST_FRAMES = 14;

    @AutoClose
    private final LocalUser local = new LocalUser();

    private final List<List<String>> depths = new CopyOnWriteArrayList<>();

    @Test
    void atMostFourteenFramesLeadFromAccountsToTheTokenRequest() {
        DigiMeUser user = local.userOf(local.client(builder -> builder.httpClient(watchingTokenRequests())));
        local.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.sandbox.requests().count(Operation.REFRESH_TOKEN)).isEqualTo(1);
        assertThat(depths).hasSize(1);
        List<String> frames = depths.get(0);
        System.out.println(
                frames.size() + " frames from accounts() to the token request:\n  " + String.join("\n  ", frames));
        assertThat(frames).hasSizeBetween(5, MOST_FRAMES);
    }

    /** During a token request, the caller waits, and so does the thread that has sent it. */
    private OkHttpClient watchingTokenRequests() {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (chain.request().url().encodedPath().endsWith("oauth/token")) {
                        List<String> frames =
                                new ArrayList<>(framesBetween("GrantedUser.listAccounts", "Futures.await"));
                        frames.addAll(framesBetween("", "TokenEndpoint.send"));
                        depths.add(frames);
                    }
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /** The frames of the one thread that is in both, the outermost first. */
    private static List<String> framesBetween(String outermost, String innermost) {
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
            List<String> frames = Arrays.stream(stack)
                    .filter(frame -> frame.getClassName().startsWith("me.digi.client."))
                    .map(frame ->
                            frame.getClassName().substring("me.digi.client.".length()) + "." + frame.getMethodName())
                    .toList();
            int last = indexOf(frames, innermost);
            int first = outermost.isEmpty() ? frames.size() - 1 : indexOf(frames, outermost);
            if (last >= 0 && first >= last) {
                List<String> path = new ArrayList<>(frames.subList(last, first + 1));
                Collections.reverse(path);
                return path;
            }
        }
        throw new AssertionError("no thread is in " + innermost);
    }

    private static int indexOf(List<String> frames, String name) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).endsWith(name)) {
                return i;
            }
        }
        return -1;
    }
}
