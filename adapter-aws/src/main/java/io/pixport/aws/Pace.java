package io.pixport.aws;

/** How one goes forward in a list: how much had to be read of it so far, how much of that was wanted, how far it led. */
final class Pace {
    /** How many entries DynamoDB is let read at once; it also stops at 1 MB. */
    private static final int LONGEST_RUN = 1000;
    /** A quarter more than it takes on the average. */
    private static final double RESERVE = 1.25;

    private final String list;
    private long entries;
    private long wanted;
    private long millis;

    Pace(String list) {
        this.list = list;
    }

    String list() {
        return list;
    }

    void note(int entriesRead, int wantedOfThem, long millisPassed) {
        entries += entriesRead;
        wanted += wantedOfThem;
        millis += millisPassed;
    }

    /** Milliseconds that an entry leads on; the more, the more of other lists can be skipped. */
    double speed() {
        return entries == 0 ? Double.MAX_VALUE : (double) millis / entries;
    }

    /** How many entries to read for so many that are wanted, judging by those read so far. */
    int run(int missing) {
        if (entries == 0) {
            return Math.min(missing, LONGEST_RUN);
        }
        double needed = wanted == 0 ? 2.0 * entries : RESERVE * missing * entries / wanted;
        return (int) Math.min(Math.ceil(needed), LONGEST_RUN);
    }
}
