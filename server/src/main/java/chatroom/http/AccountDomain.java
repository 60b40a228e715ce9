package chatroom.http;

import chatroom.account.Accounts;
import chatroom.account.Administration;
import chatroom.account.Invitations;
import chatroom.account.OwnAccount;
import chatroom.account.People;
import chatroom.account.Sessions;

/** What the resources of accounts and sessions speak to. */
public record AccountDomain(
        Accounts accounts,
        People people,
        OwnAccount own,
        Administration administration,
        Invitations invitations,
        Sessions sessions) {}
