package io.pixport.architecture.broken.core.model;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.MODEL_HAS_VALUES_AND_STATES)
public interface OpenState {}
