package examples;

import examples.support.Service;
import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.retry.RetryPolicy;
import okhttp3.OkHttpClient;

/**
 * Sets timeouts and retries, and uses an application's own OkHttp client with its proxy, TLS and interceptors.
 *
 * <p>No arguments.
 */
public final class ConfigureClient {
    public static void main(String[] args) throws Exception {
        OkHttpClient ofTheApplication = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    System.out.println(
                            "An interceptor sees " + chain.request().url().encodedPath());
                    return chain.proceed(chain.request());
                })
                .build();
        try (Service service = Service.fromVariables();
                DigiMe digiMe = service.connect()
                        .callTimeout(Duration.ofSeconds(30))
                        .retryPolicy(RetryPolicy.builder()
                                .limit(3)
                                .baseDelay(Duration.ofMillis(200))
                                .build())
                        .httpClient(ofTheApplication)
                        .build()) {
            System.out.println(digiMe.describeContract(service.contract()).id());
        } finally {
            // The application shuts it down itself.
            ofTheApplication.dispatcher().executorService().shutdown();
            ofTheApplication.connectionPool().evictAll();
        }
    }
}
