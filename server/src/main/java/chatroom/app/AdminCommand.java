package chatroom.app;

import chatroom.account.OperatorAccounts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the operator does to accounts by hand, on the data folder of a server that does not run. */
@Command(
        name = "admin",
        description = "Make an administrator, or give an account another password; the server must be stopped.",
        subcommands = {AdminCommand.Create.class, AdminCommand.ResetPassword.class},
        mixinStandardHelpOptions = true)
final class AdminCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        picocli.CommandLine.usage(this, System.err);
        return 2;
    }

    /** What is to be done, and what is said of it when it is. */
    private interface Work {
        String done(OperatorAccounts accounts);
    }

    /** A folder that is not there is made, or is a slip of the pen. */
    private enum Folder {
        MAY_BE_NEW,
        HAS_DATA
    }

    private static final class Target {
        @Parameters(paramLabel = "NAME", description = "The username.")
        private String name = "";

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (./data).")
        private @Nullable String data;

        int work(Folder expected, Work work) throws Exception {
            Map<String, String> shortcuts = new LinkedHashMap<>();
            if (data != null) {
                shortcuts.put("data.folder", data);
            }
            Path folder = options.config(shortcuts).data();
            if (expected == Folder.HAS_DATA && !Storage.isIn(folder)) {
                throw new ConfigException("there is no data in " + folder);
            }
            try (Storage storage = Storage.open(folder, InstantSource.system())) {
                System.out.println(work.done(new OperatorAccounts(storage.accounts(), InstantSource.system())));
            }
            return 0;
        }
    }

    @Command(
            name = "create",
            description = "Make an administrator, and print the password.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        @Mixin
        private Target target = new Target();

        @Override
        public Integer call() throws Exception {
            return target.work(
                    Folder.MAY_BE_NEW,
                    accounts -> "%s is an administrator. One-time password: %s"
                            .formatted(target.name, accounts.createAdministrator(target.name)));
        }
    }

    @Command(
            name = "reset-password",
            description = "Give an account another password and end its sessions, and print the password.",
            mixinStandardHelpOptions = true)
    static final class ResetPassword implements Callable<Integer> {
        @Mixin
        private Target target = new Target();

        @Override
        public Integer call() throws Exception {
            return target.work(
                    Folder.HAS_DATA,
                    accounts -> "%s is signed out everywhere. One-time password: %s"
                            .formatted(target.name, accounts.resetPassword(target.name)));
        }
    }
}
