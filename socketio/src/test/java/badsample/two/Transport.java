package badsample.two;

import badsample.one.Codec;
import java.util.List;

/** Closes a cycle. */
public record Transport(List<Codec> codecs) {

    public Codec first() {
        return codecs.getFirst();
    }
}
