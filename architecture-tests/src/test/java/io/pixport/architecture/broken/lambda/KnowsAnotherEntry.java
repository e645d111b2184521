package io.pixport.architecture.broken.lambda;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.javalin.Main;

@Breaks(Rule.LAMBDA_KNOWS_WHAT_IT_WIRES)
record KnowsAnotherEntry(Main other) {}
