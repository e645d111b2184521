package io.pixport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Calls, method references and uses of fields, by what they reach. */
final class Accesses {
    private Accesses() {}

    /** What belongs to a class, or to one derived from it. */
    static DescribedPredicate<JavaAccess<?>> to(Class<?> owner) {
        return describe(owner.getSimpleName(), access -> access.getTargetOwner().isAssignableTo(owner));
    }

    /** Some members of a class; a constructor is {@code <init>}. */
    static DescribedPredicate<JavaAccess<?>> to(Class<?> owner, String... members) {
        return to(owner).and(named(members));
    }

    /** Members by their names alone. */
    static DescribedPredicate<JavaAccess<?>> named(String... members) {
        Set<String> names = Set.of(members);
        return describe(
                String.join(", ", members),
                access -> names.contains(access.getTarget().getName()));
    }

    /** What belongs to a class of a package, or of one below. */
    static DescribedPredicate<JavaAccess<?>> toPackage(String packageName) {
        return describe(
                packageName, access -> (access.getTargetOwner().getPackageName() + ".").startsWith(packageName + "."));
    }

    /** Methods and constructors without any parameter. */
    static DescribedPredicate<JavaAccess<?>> withoutParameters() {
        return describe(
                "()",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().isEmpty());
    }

    /** Methods and constructors with a parameter of a type. */
    static DescribedPredicate<JavaAccess<?>> with(Class<?> parameter) {
        return describe(
                parameter.getSimpleName(),
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter)));
    }
}
