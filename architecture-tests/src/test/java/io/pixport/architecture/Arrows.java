package io.pixport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Who may depend on whom. */
final class Arrows {
    private Arrows() {}

    static ArchRule everyClassIsInAPart(House house) {
        return classes()
                .should()
                .resideInAnyPackage(house.parts())
                .because("a package that no part names is held to no arrow");
    }

    static ArchRule from(House house, Part part) {
        return classes()
                .that()
                .resideInAPackage(house.in(part))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(house.within(part));
    }

    static ArchRule packagesFormNoCycle(House house) {
        return slices().matching(house.root() + ".(**)").should().beFreeOfCycles();
    }
}
