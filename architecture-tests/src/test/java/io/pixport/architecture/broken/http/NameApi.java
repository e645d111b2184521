package io.pixport.architecture.broken.http;

import io.pixport.architecture.broken.core.usecase.StoreName;

public record NameApi(StoreName storeName) {}
