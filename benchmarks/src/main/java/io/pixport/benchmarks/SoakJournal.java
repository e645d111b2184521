package io.pixport.benchmarks;

import io.pixport.benchmarks.SoakClient.UnknownOutcomeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was acknowledged to a user who alone changes images of that name. */
final class SoakJournal {
    /** Where an image is. */
    enum State {
        ACTIVE,
        TRASHED,
        GONE
    }

    /** What must come back, and where it may be: in more than one place when an answer is missing. */
    private record Entry(String sha256, Set<State> states) {}

    private final String user;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int unknownUploads;

    SoakJournal(String user) {
        this.user = user;
    }

    void uploaded(String id, String sha256) {
        entries.put(id, new Entry(sha256, EnumSet.of(State.ACTIVE)));
    }

    /** An upload whose answer is missing: there is an image of it or none. */
    void uploadUnknown() {
        unknownUploads++;
    }

    void moved(String id, State to) {
        entries.put(id, new Entry(sha256(id), EnumSet.of(to)));
    }

    /** The answer to a request that moves an image is missing. */
    void movedOrNot(String id, State to) {
        entry(id).states.add(to);
    }

    /** Images of which it is certain that they are there, and nowhere else. */
    List<String> certain(State state) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().states.equals(EnumSet.of(state)))
                .map(Map.Entry::getKey)
                .toList();
    }

    String sha256(String id) {
        return entry(id).sha256;
    }

    private Entry entry(String id) {
        return Objects.requireNonNull(entries.get(id), "never uploaded");
    }

    int size() {
        return entries.size();
    }

    /** What is not as it was acknowledged, in words. */
    List<String> check(SoakClient client) throws UnknownOutcomeException, InterruptedException {
        Set<String> listed = new HashSet<>(client.list("/users/" + user + "/images"));
        Set<String> trash = new HashSet<>(client.list("/users/" + user + "/trash"));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            String id = entry.getKey();
            State found = listed.contains(id) ? State.ACTIVE : trash.contains(id) ? State.TRASHED : State.GONE;
            if (!entry.getValue().states.contains(found)) {
                wrong.add(id + " is " + found + " by the lists, and ought to be " + entry.getValue().states);
            }
            wrong.addAll(checkImage(client, id, found));
        }
        listed.addAll(trash);
        listed.removeAll(entries.keySet());
        if (listed.size() > unknownUploads) {
            wrong.add(user + " has " + listed.size() + " images more than were acknowledged, and left " + unknownUploads
                    + " uploads without an answer");
        }
        return wrong;
    }

    private List<String> checkImage(SoakClient client, String id, State listed)
            throws UnknownOutcomeException, InterruptedException {
        SoakClient.Answer metadata = client.get("/images/" + id);
        SoakClient.Answer content = client.get("/images/" + id + "/content");
        if (listed != State.ACTIVE) {
            return metadata.status() == 404 && content.status() == 404
                    ? List.of()
                    : List.of(id + " is answered though it is " + listed);
        }
        String sha256 = sha256(id);
        boolean same = metadata.status() == 200
                && metadata.text().contains(sha256)
                && content.status() == 200
                && LargeImage.sha256(content.body()).equals(sha256);
        return same ? List.of() : List.of(id + " did not come back as it was uploaded");
    }
}
