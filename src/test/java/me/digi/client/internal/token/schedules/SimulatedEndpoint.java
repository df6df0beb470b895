package me.digi.client.internal.token.schedules;

import java.time.Duration;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.internal.token.schedules.RotatingServer.Reply;
import me.digi.client.internal.token.schedules.Sent.Result;
import org.jspecify.annotations.Nullable;

/** The server as one process sees it: requests take time, get lost, and are acted on even if the process ends. */
final class SimulatedEndpoint implements TokenServer {
    private static final Duration USUAL_LATENCY = Duration.ofMillis(300);
    private static final Duration SLOW_LATENCY = Duration.ofSeconds(20);
    private static final int UNAVAILABLE = 503;
    private static final int FORBIDDEN = 403;

    private final SimulatedProcess process;
    private final TokenSchedule schedule;
    private final Fibers fibers;
    private final ResponseReader reader;

    /** One request on its way; null is a response that has not come yet. */
    private static final class Exchange {
        @Nullable
        Reply reply;

        boolean isOver;
    }

    SimulatedEndpoint(SimulatedProcess process, TokenSchedule schedule) {
        this.process = process;
        this.schedule = schedule;
        this.fibers = schedule.fibers;
        this.reader = schedule.server.reader(process, schedule);
    }

    @Override
    public void prepare() {
        process.step();
        reader.prepare();
    }

    @Override
    public void send(ContractDetails contract, TokenRequest request, CallHooks hooks) {
        process.stepBeforeSending();
        Fault fault = schedule.nextFault();
        if (fault == Fault.NOT_PREPARED) {
            throw NetworkException.notSent(request.operation(), null);
        }
        hooks.beforeSending();
        if (fault == Fault.NOT_SENT) {
            fibers.note(process + " cannot send");
            throw NetworkException.notSent(request.operation(), null);
        }
        send(request, hooks, fault);
    }

    @Override
    public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
        return reader.read(response, old);
    }

    @Override
    public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        return reader.readAfterLookup(response, old);
    }

    /** From here to the network, and from the network to the client, nothing stops the process. */
    private void send(TokenRequest request, CallHooks hooks, Fault fault) {
        Sent sent = schedule.requests.send(process, request, fault);
        fibers.note(process + " sends " + request.claims() + ", " + fault);
        Exchange exchange = begin(request, sent);
        boolean unused = fibers.waitUntil(() -> exchange.isOver, Duration.ofHours(1));
        process.endIfGone();
        Reply reply = exchange.reply;
        String response = reply == null ? null : reply.response();
        DigiMeException failure = reply == null ? null : reply.error();
        if (fault == Fault.NONE && response != null) {
            arrive(sent, response, hooks);
            return;
        }
        if (fault == Fault.NONE && failure != null) {
            boolean isVerdict = failure instanceof ApiException refusal && refusal.status() < 500;
            sent.learn(isVerdict ? Result.REFUSED : Result.IN_DOUBT, fibers.now());
            fibers.note(process + " learns: " + failure.getMessage());
            throw failure;
        }
        sent.learn(Result.IN_DOUBT, fibers.now());
        fibers.note(process + " learns nothing");
        if ((fault == Fault.UNAVAILABLE || fault == Fault.UNAVAILABLE_AFTER) && fibers.chance(0.3)) {
            process.stepBeforeSending();
            hooks.beforeReplay();
            send(request, hooks, schedule.nextFault());
            return;
        }
        throw failure(request.operation(), fault);
    }

    private void arrive(Sent sent, String response, CallHooks hooks) {
        sent.learn(Result.ANSWERED, fibers.now());
        Responses.Received received = schedule.responses.received(process, sent, response);
        fibers.note(process + " receives " + response);
        if (sent.pair == null) {
            sent.row.signedIn(process, schedule.server.pair(response));
        }
        try {
            hooks.arrived(response);
        } finally {
            received.landed();
        }
    }

    private Exchange begin(TokenRequest request, Sent sent) {
        Exchange exchange = new Exchange();
        Fault fault = sent.fault;
        Duration latency = schedule.isSlow() ? SLOW_LATENCY : USUAL_LATENCY;
        long reachesAt = fibers.now() + fibers.upTo(latency).toNanos();
        long returnsAt = reachesAt + fibers.upTo(latency).toNanos();
        if (fault.isCarriedOut()) {
            schedule.happenAt(
                    fault == Fault.TIMED_OUT ? returnsAt + fibers.upTo(latency).toNanos() : reachesAt, () -> {
                        Reply reply = schedule.server.act(request);
                        sent.response = reply.response();
                        exchange.reply = reply;
                        fibers.note("the server acts on " + request.claims() + " of " + process + ": "
                                + (reply.response() == null
                                        ? "refused"
                                        : schedule.server
                                                .pair(reply.response())
                                                .refreshToken()
                                                .value()));
                    });
        }
        schedule.happenAt(returnsAt, () -> exchange.isOver = true);
        return exchange;
    }

    private static DigiMeException failure(String operation, Fault fault) {
        return switch (fault) {
            case NOT_PREPARED, NOT_SENT -> NetworkException.notSent(operation, null);
            case TIMED_OUT -> NetworkException.timedOut(operation, true, null);
            case UNAVAILABLE, UNAVAILABLE_AFTER -> new ApiException(operation, UNAVAILABLE, null, null, null, null);
            case FORBIDDEN -> new ApiException(operation, FORBIDDEN, null, null, null, null);
            case GARBLED -> new UnexpectedResponseException(operation, 200, "body", "not JSON");
            default -> NetworkException.noResponse(operation, null);
        };
    }
}
