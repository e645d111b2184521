package io.pixport.benchmarks;

import io.pixport.benchmarks.SoakClient.Answer;
import io.pixport.benchmarks.SoakClient.UnknownOutcomeException;
import io.pixport.benchmarks.SoakJournal.State;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Does at random, one after the other, what users do, and keeps a journal of what was acknowledged. */
final class SoakUser implements Runnable {
    /** Active and in the trash; beyond, images are deleted for good. */
    private static final int MOST_IMAGES = 50;

    private static final int PHOTO_ONCE_IN = 20;
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final SoakClient client;
    private final Images images;
    private final long end;
    private final SplittableRandom random;
    private final Queue<String> wrong;
    private final SoakJournal journal;

    /**
     * @param end by {@link System#nanoTime}
     * @param wrong takes what was answered and must not have been
     */
    SoakUser(String name, SoakClient client, Images images, long end, long seed, Queue<String> wrong) {
        this.name = name;
        this.client = client;
        this.images = images;
        this.end = end;
        this.random = new SplittableRandom(seed);
        this.wrong = wrong;
        this.journal = new SoakJournal(name);
    }

    SoakJournal journal() {
        return journal;
    }

    @Override
    public void run() {
        while (System.nanoTime() < end) {
            try {
                step();
            } catch (UnknownOutcomeException e) {
                LockSupport.parkNanos(BREATH_NANOS); // the server may be starting
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void step() throws UnknownOutcomeException, InterruptedException {
        List<String> active = journal.certain(State.ACTIVE);
        List<String> trash = journal.certain(State.TRASHED);
        int dice = random.nextInt(20);
        if (active.isEmpty() || dice < 4) {
            upload();
        } else if (dice < 9) {
            metadata(pick(active));
        } else if (dice < 12) {
            content(pick(active));
        } else if (dice < 15) {
            list();
        } else if (dice < 17) {
            move(pick(active), State.TRASHED);
        } else if (dice < 19 && !trash.isEmpty()) {
            move(pick(trash), State.ACTIVE);
        } else if (active.size() + trash.size() > MOST_IMAGES) {
            move(pick(active), State.GONE);
        }
    }

    private String pick(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** Bytes behind the end of a JPEG make it another image. */
    private void upload() throws UnknownOutcomeException, InterruptedException {
        byte[] jpeg = random.nextInt(PHOTO_ONCE_IN) == 0 ? images.photo() : images.small();
        byte[] image = ByteBuffer.allocate(jpeg.length + Long.BYTES)
                .put(jpeg)
                .putLong(random.nextLong())
                .array();
        try {
            Answer answer = client.post("/images?tags=soak&user_id=" + name, "image/jpeg", image);
            if (answer.status() == 201) {
                journal.uploaded(answer.ids().getFirst(), LargeImage.sha256(image));
            } else {
                wrong.add("an upload was answered with " + answer.status());
            }
        } catch (UnknownOutcomeException e) {
            journal.uploadUnknown();
            throw e;
        }
    }

    private void metadata(String id) throws UnknownOutcomeException, InterruptedException {
        check(id, "", client.get("/images/" + id));
    }

    private void content(String id) throws UnknownOutcomeException, InterruptedException {
        Answer answer = client.get("/images/" + id + "/content");
        if (answer.status() != 200 || !LargeImage.sha256(answer.body()).equals(journal.sha256(id))) {
            wrong.add("the content of " + id + " was answered with " + answer.status() + " or other bytes");
        }
    }

    private void list() throws UnknownOutcomeException, InterruptedException {
        List<String> ids = client.list("/users/" + name + "/images");
        if (!ids.containsAll(journal.certain(State.ACTIVE))) {
            wrong.add("the list of " + name + " lacks images");
        }
        if (!Collections.disjoint(ids, journal.certain(State.TRASHED))
                || !Collections.disjoint(ids, journal.certain(State.GONE))) {
            wrong.add("the list of " + name + " has images that are deleted");
        }
    }

    private void move(String id, State to) throws UnknownOutcomeException, InterruptedException {
        try {
            Answer answer =
                    switch (to) {
                        case ACTIVE -> client.post("/images/" + id + "/restore", "application/json", new byte[0]);
                        case TRASHED -> client.delete("/images/" + id);
                        case GONE -> client.delete("/images/" + id + "?permanent=true");
                    };
            check(id, " to become " + to, answer);
            journal.moved(id, to);
        } catch (UnknownOutcomeException e) {
            journal.movedOrNot(id, to);
            throw e;
        }
    }

    private void check(String id, String what, Answer answer) {
        if (answer.status() != 200) {
            wrong.add(id + what + " was answered with " + answer.status());
        }
    }
}
