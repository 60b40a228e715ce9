package chatroom.app;

import chatroom.account.AccountNews;
import chatroom.account.AccountPolicy;
import chatroom.account.Accounts;
import chatroom.account.Administration;
import chatroom.account.Invitations;
import chatroom.account.OwnAccount;
import chatroom.account.PasswordChecks;
import chatroom.account.Passwords;
import chatroom.account.People;
import chatroom.account.Sessions;
import chatroom.account.SignInBrake;
import chatroom.http.AccountDomain;
import chatroom.limit.RateLimiter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes what belongs to accounts and ties it together. */
final class AccountWiring {
    private final Passwords passwords =
            new Passwords(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Config config;
    private final Storage storage;
    private final InstantSource clock;

    AccountWiring(Ground ground) {
        this.config = ground.config();
        this.storage = ground.storage();
        this.clock = ground.clock();
    }

    /** @param changes how fast one account may be changed */
    AccountDomain domain(Sessions sessions, AccountNews news, RateLimiter changes, @Nullable String setupCode) {
        var checks = new PasswordChecks(storage.accounts(), passwords, brake());
        var invitations = new Invitations(storage.invitations(), clock);
        var lookups = RateLimiter.bySystemClock(config.limits().lookups(), "too many names looked up");
        return new AccountDomain(
                new Accounts(
                        storage.accounts(),
                        invitations,
                        sessions,
                        checks,
                        new AccountPolicy(config.registration(), setupCode)),
                new People(storage.accounts(), lookups),
                new OwnAccount(storage.accounts(), sessions, checks, news, changes),
                new Administration(storage.accounts(), sessions, news),
                invitations,
                sessions);
    }

    Passwords passwords() {
        return passwords;
    }

    private SignInBrake brake() {
        Config.Limits limits = config.limits();
        return new SignInBrake(
                new SignInBrake.Rates(
                        limits.failuresByName(),
                        limits.failuresByAccount(),
                        limits.failuresByAddress(),
                        limits.registrations()),
                System::nanoTime);
    }
}
