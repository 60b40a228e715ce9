package chatroom.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One browser for the tests of all classes, opened for the first of them and closed after the last. */
final class SharedBrowsers implements BeforeAllCallback {
    private @Nullable Browsers browsers;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        NodeScript.installLibraries();
        browsers = context.getRoot()
                .getStore(Namespace.create(SharedBrowsers.class))
                .computeIfAbsent(Browsers.class, type -> new Browsers(), Browsers.class);
    }

    Browsers get() {
        return Objects.requireNonNull(browsers, "the browsers have not opened");
    }
}
