package chatroom;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks a rule of {@code chatroom.architecture.Architecture} on purpose: the vocabulary knows a library. */
public record BadVocabulary(JsonNode node) {}
