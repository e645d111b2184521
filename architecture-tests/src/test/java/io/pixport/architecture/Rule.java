package io.pixport.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** Every rule of the architecture, to be held against any house. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
public enum Rule {
    EVERY_CLASS_IS_IN_A_PART(Arrows::everyClassIsInAPart),
    CORE_STANDS_ALONE(house -> Arrows.from(house, Part.CORE)),
    MODEL_STANDS_ALONE(house -> Arrows.from(house, Part.MODEL)),
    PORTS_KNOW_THE_MODEL(house -> Arrows.from(house, Part.PORT)),
    PROBE_KNOWS_THE_MODEL(house -> Arrows.from(house, Part.PROBE)),
    USE_CASES_KNOW_THE_REST_OF_THE_CORE(house -> Arrows.from(house, Part.USE_CASES)),
    INMEMORY_KNOWS_THE_CORE(house -> Arrows.from(house, Part.INMEMORY)),
    AWS_KNOWS_THE_CORE(house -> Arrows.from(house, Part.AWS)),
    HTTP_KNOWS_THE_CORE_AND_NO_SERVER(house -> Arrows.from(house, Part.HTTP)),
    SETTINGS_KNOW_WHAT_CAN_BE_SET(house -> Arrows.from(house, Part.SETTINGS)),
    JAVALIN_KNOWS_WHAT_IT_WIRES(house -> Arrows.from(house, Part.JAVALIN)),
    LAMBDA_KNOWS_WHAT_IT_WIRES(house -> Arrows.from(house, Part.LAMBDA)),
    CONTRACTS_KNOW_NO_ADAPTER_AND_NO_ENTRY(house -> Arrows.from(house, Part.CONTRACTS)),
    PACKAGES_FORM_NO_CYCLE(Arrows::packagesFormNoCycle),

    CORE_ASKS_NO_CLOCK(Purity::noClock),
    CORE_READS_NO_ENVIRONMENT(Purity::noEnvironment),
    CORE_THROWS_NO_DICE(Purity::noRandomness),
    CORE_IS_SILENT(Purity::noConsoleOrLog),
    CORE_STARTS_NO_THREAD_AND_NEVER_SLEEPS(Purity::noThreads),
    CORE_USES_NO_REFLECTION(Purity::noReflection),
    ONLY_ENTRIES_READ_THE_ENVIRONMENT(Purity::environmentInEntriesOnly),
    ONLY_MAIN_WRITES_TO_THE_CONSOLE(Purity::consoleInMainOnly),

    INMEMORY_SHOWS_WHAT_IS_LISTED(house -> Shape.publicTypesAreListed(house, Part.INMEMORY)),
    AWS_SHOWS_WHAT_IS_LISTED(house -> Shape.publicTypesAreListed(house, Part.AWS)),
    HTTP_SHOWS_WHAT_IS_LISTED(house -> Shape.publicTypesAreListed(house, Part.HTTP)),
    SETTINGS_SHOW_WHAT_IS_LISTED(house -> Shape.publicTypesAreListed(house, Part.SETTINGS)),
    JAVALIN_SHOWS_WHAT_IS_LISTED(house -> Shape.publicTypesAreListed(house, Part.JAVALIN)),
    LAMBDA_SHOWS_WHAT_IS_LISTED(house -> Shape.publicTypesAreListed(house, Part.LAMBDA)),
    MODEL_HAS_VALUES_AND_STATES(Shape::modelHasValuesAndStates),
    PORTS_ARE_INTERFACES(Shape::portsAreInterfaces),
    USE_CASES_ARE_FINAL_WITH_ONE_PUBLIC_METHOD(Shape::useCasesAreFinalWithOnePublicMethod),
    NOTHING_IS_NAMED_IMPL(Shape::nothingIsNamedImpl),
    PACKAGES_ARE_NULL_MARKED(Shape::packagesAreNullMarked),
    METHODS_ARE_NOT_SYNCHRONIZED(Shape::methodsAreNotSynchronized);

    private final Function<House, ArchRule> definition;

    Rule(Function<House, ArchRule> definition) {
        this.definition = definition;
    }

    ArchRule in(House house) {
        return definition.apply(house);
    }
}
