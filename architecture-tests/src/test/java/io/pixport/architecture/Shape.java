package io.pixport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What classes look like. */
final class Shape {
    private Shape() {}

    /** The list is exact: what is on it is public, and what is not on it is not. */
    static ArchRule publicTypesAreListed(House house, Part part) {
        Set<String> listed = house.publicTypes().getOrDefault(part, Set.of());
        return classes()
                .that()
                .resideInAPackage(house.in(part))
                .and()
                .areTopLevelClasses()
                .should(be(
                        "public if and only if they are one of " + listed,
                        type -> isPublic(type) == listed.contains(type.getSimpleName())));
    }

    static ArchRule modelHasValuesAndStates(House house) {
        return classes()
                .that()
                .resideInAPackage(house.in(Part.MODEL))
                .and(are("public", Shape::isPublic))
                .and(are("no helpers", type -> !house.helpers().contains(type.getSimpleName())))
                .should(be(
                        "records, enums, sealed interfaces or exceptions",
                        type -> isValue(type) || (type.isInterface() && type.isSealed())));
    }

    static ArchRule portsAreInterfaces(House house) {
        return classes()
                .that()
                .resideInAPackage(house.in(Part.PORT))
                .should(be(
                        "interfaces, or else records, enums or exceptions",
                        type -> type.isInterface() || isValue(type)));
    }

    /** What is public in the package of the use cases, and neither a value, a sealed outcome nor a helper, is a use case. */
    static ArchRule useCasesAreFinalWithOnePublicMethod(House house) {
        return classes()
                .that()
                .resideInAPackage(house.in(Part.USE_CASES))
                .and()
                .areTopLevelClasses()
                .and(are("public", Shape::isPublic))
                .and(are("no values or outcomes", type -> !isValue(type) && !type.isSealed()))
                .and(are("no helpers", type -> !house.helpers().contains(type.getSimpleName())))
                .should(be(
                        "final, with one public method",
                        type -> type.getModifiers().contains(JavaModifier.FINAL) && publicMethods(type) == 1));
    }

    static ArchRule nothingIsNamedImpl(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .because("a class is named by what sets it apart from others that do the same");
    }

    static ArchRule packagesAreNullMarked(House house) {
        return classes()
                .that()
                .resideInAPackage(house.root() + "..")
                .should(be("in a package that is @NullMarked", type -> type.getPackage()
                        .isAnnotatedWith(NullMarked.class)));
    }

    /** Other than those of the contracts, which run in tests only. */
    static ArchRule methodsAreNotSynchronized(House house) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(house.in(Part.CONTRACTS))
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED)
                .because("who may hold the lock of a public object is not known");
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isValue(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class);
    }

    private static long publicMethods(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .count();
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> predicate) {
        return describe("are " + description, predicate);
    }

    private static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> predicate) {
        return ArchCondition.from(describe("be " + description, predicate));
    }
}
