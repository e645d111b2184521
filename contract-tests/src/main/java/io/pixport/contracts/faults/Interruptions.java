package io.pixport.contracts.faults;

import io.pixport.contracts.faults.Faults.Then;
import io.pixport.contracts.faults.Faults.When;

/** Lets one call fail, whichever it is, by its number. */
public interface Interruptions {
    /**
     * The call of this number fails.
     *
     * @param number 1 for the next
     */
    void failCall(int number, When when, Then then);

    /**
     * From now on every call goes through.
     *
     * @return whether the planned call had come
     */
    boolean mend();
}
