package io.pixport.architecture.broken.core.usecase;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.model.Name;

@Breaks(Rule.USE_CASES_ARE_FINAL_WITH_ONE_PUBLIC_METHOD)
public class OpenUseCase {
    public Name name() {
        return new Name("one of two");
    }
}
