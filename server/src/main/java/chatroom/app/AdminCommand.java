package chatroom.app;

import chatroom.account.OperatorAccounts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** What the operator does to accounts by hand, on the data folder of a server that does not run. */
record AdminCommand(String name, String description, Folder folder, Work work) implements Command {
    /** What is to be done to an account, and what is said of it when it is. */
    interface Work {
        String done(OperatorAccounts accounts, String username);
    }

    /** A folder that is not there is made, or is a slip of the pen. */
    enum Folder {
        MAY_BE_NEW,
        HAS_DATA
    }

    static AdminCommand create() {
        return new AdminCommand(
                "admin create",
                "Make an administrator, and print the password; the server must be stopped.",
                Folder.MAY_BE_NEW,
                (accounts, username) -> "%s is an administrator. One-time password: %s"
                        .formatted(username, accounts.createAdministrator(username)));
    }

    static AdminCommand resetPassword() {
        return new AdminCommand(
                "admin reset-password",
                "Give an account another password and end its sessions, and print the password; the server must be stopped.",
                Folder.HAS_DATA,
                (accounts, username) -> "%s is signed out everywhere. One-time password: %s"
                        .formatted(username, accounts.resetPassword(username)));
    }

    @Override
    public List<String> operands() {
        return List.of("NAME");
    }

    @Override
    public Options options() {
        return ConfigOptions.addTo(new Options().addOption(ConfigOptions.DATA));
    }

    @Override
    public int run(CommandLine given) throws Exception {
        Path path = ConfigOptions.config(given, Map.of(ConfigOptions.DATA, "data.folder"))
                .data();
        if (folder == Folder.HAS_DATA && !Storage.isIn(path)) {
            throw new ConfigException("there is no data in " + path);
        }
        InstantSource clock = InstantSource.system();
        try (Storage storage = Storage.open(path, clock)) {
            var accounts = new OperatorAccounts(storage.accounts(), clock);
            System.out.println(work.done(accounts, given.getArgs()[0]));
        }
        return 0;
    }
}
