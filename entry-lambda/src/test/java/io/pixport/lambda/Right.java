package io.pixport.lambda;

/**
 * That something may be done to a resource.
 *
 * @param resource as {@link Template} names it
 */
record Right(String action, String resource) {
    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
