package io.pixport.core.model;

/** An image as far as its direct upload has got: announced, there, refused, or not needed. */
public sealed interface Upload extends Image permits PendingImage, ActiveImage, RejectedImage, DuplicateImage {
    UserId owner();
}
