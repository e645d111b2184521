package io.pixport.core.model;

/** What becomes of bytes that their owner has an image of already. */
public enum OnDuplicate {
    /** They become another image. */
    KEEP,
    /** They are dropped where an active image has them. */
    RETURN,
    /** They are dropped where an active image has them, or one in the trash, which is restored. */
    RESTORE
}
