package io.pixport.core.model;

/** An image as far as its direct upload has got: announced, there, or refused. */
public sealed interface Upload extends Image permits PendingImage, ActiveImage, RejectedImage {
    UserId owner();
}
