package chatroom.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody tries first: the dictionaries of zxcvbn (leaked passwords, words and names), and in a list of our own what an
 * attacker of a chat server tries besides. Kept as 64-bit hashes (FNV-1a), a third of a megabyte and not four as strings. That another
 * password is taken for one of them has a chance of one in 10^14.
 */
final class CommonPasswords {
    private static final List<String> DICTIONARIES = List.of(
            StandardDictionaries.PASSWORDS,
            StandardDictionaries.ENGLISH_WIKIPEDIA,
            StandardDictionaries.US_TV_AND_FILM,
            StandardDictionaries.SURNAMES,
            StandardDictionaries.MALE_NAMES,
            StandardDictionaries.FEMALE_NAMES);
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final int minBytes;
    private long[] hashes = new long[64 * 1024];
    private int count;

    /** Reads those of at least so many bytes, which takes a moment. */
    CommonPasswords(int minBytes) {
        this.minBytes = minBytes;
        read("common-passwords.txt", CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        for (String name : DICTIONARIES) {
            String path = "/com/nulabinc/zxcvbn/matchers/dictionaries/" + name + ".txt";
            read(path, StandardDictionaries.class.getResourceAsStream(path));
        }
        hashes = Arrays.copyOf(hashes, count);
        Arrays.sort(hashes);
    }

    /** How many there are; those that are in two lists count twice. */
    int size() {
        return count;
    }

    /** @param password in lower case */
    boolean contain(String password) {
        long hash = FNV_BASIS;
        for (byte next : password.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * FNV_PRIME;
        }
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    private void read(String name, @Nullable InputStream list) {
        if (list == null) {
            throw new IllegalStateException(name + " is missing from the jars");
        }
        try (var in = new BufferedInputStream(list)) {
            int bytes;
            do {
                bytes = line(in);
            } while (bytes >= 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one line; -1 at the end. */
    private int line(InputStream in) throws IOException {
        long hash = FNV_BASIS;
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return -1;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                hash = (hash ^ next) * FNV_PRIME;
                length++;
            }
        }
        if (length >= minBytes) {
            keep(hash);
        }
        return length;
    }

    private void keep(long hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = hash;
    }
}
