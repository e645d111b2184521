package io.pixport.architecture.broken.core.model;

public record Name(String value) {}
