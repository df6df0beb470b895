package me.digi.client.internal.http;

import java.lang.annotation.Annotation;
import okhttp3.Request;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.POST;

/** The path template of a request, without the session keys and ids that a call fills in. */
final class PathTemplate {
    private PathTemplate() {}

    static String of(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation != null) {
            for (Annotation annotation : invocation.method().getAnnotations()) {
                if (annotation instanceof POST post) {
                    return post.value();
                } else if (annotation instanceof GET get) {
                    return get.value();
                } else if (annotation instanceof HEAD head) {
                    return head.value();
                } else if (annotation instanceof DELETE delete) {
                    return delete.value();
                }
            }
        }
        throw new IllegalStateException("not a request of a generated interface");
    }
}
