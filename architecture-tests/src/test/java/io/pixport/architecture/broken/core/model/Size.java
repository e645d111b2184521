package io.pixport.architecture.broken.core.model;

public enum Size {
    SMALL,
    LARGE
}
