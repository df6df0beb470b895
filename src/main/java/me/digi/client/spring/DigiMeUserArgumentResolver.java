package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Supplier;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves a controller's argument of type {@link DigiMeUser} to the stored user who sent the request. */
record DigiMeUserArgumentResolver(Supplier<DigiMe> digiMe, UserKeyResolver users)
        implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == DigiMeUser.class;
    }

    /** Throws {@link me.digi.client.store.GrantNotFoundException} if the user has not consented yet. */
    @Override
    public DigiMeUser resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest servletRequest =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "servlet request");
        DigiMeUser user = digiMe.get().user(users.require(servletRequest));
        UserAccessToken unused = user.loadToken();
        return user;
    }
}
