package chatroom.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who connects, and which rooms each enters: the lines that {@code bin/chatroom populate} writes. */
record People(List<Person> all) {
    private static final Pattern LINE =
            Pattern.compile("\\{\"token\":\"([^\"]+)\",\"account\":\\d+,\"rooms\":\\[([0-9,]*)]}");

    /** Somebody with a token and rooms. */
    record Person(String token, int[] rooms) {}

    /** @param first how many lines are left out @param count how many are read then */
    static People read(Path file, int first, int count) throws IOException {
        List<Person> people = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            for (String line : lines.skip(first).limit(count).toList()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new IOException("not a line of populate: " + line);
                }
                int[] rooms = Arrays.stream(parts.group(2).split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                people.add(new Person(parts.group(1), rooms));
            }
        }
        return new People(people);
    }

    Person get(int number) {
        return all.get(number % all.size());
    }
}
