package io.pixport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pixport keeps the rules, and the rules speak of nothing that Pixport does not have. */
final class PixportTest {
    private static final House PIXPORT = House.PIXPORT;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PIXPORT.root());

    @ParameterizedTest
    @EnumSource
    void keeps(Rule rule) {
        rule.in(PIXPORT).check(CLASSES);
    }

    @Test
    void isReadFromItsModulesAndNotFromTheirTests() {
        assertThat(CLASSES)
                .extracting(type -> type.getSource().orElseThrow().getUri().toString())
                .isNotEmpty()
                .noneMatch(uri -> uri.contains("/test-classes/"));
    }

    @ParameterizedTest
    @EnumSource
    void hasClassesInEveryPart(Part part) {
        assertThat(classesIn(part)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void usesEveryPermission(Part part, String permitted) {
        PackageMatcher target = PackageMatcher.of(permitted);
        assertThat(classesIn(part)
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .distinct())
                .anyMatch(target::matches);
    }

    static Stream<Arguments> usesEveryPermission() {
        return Arrays.stream(Part.values())
                .flatMap(part -> Stream.concat(part.parts().stream().map(PIXPORT::in), part.libraries().stream())
                        .map(permitted -> Arguments.of(part, permitted)));
    }

    @Test
    void hasEveryTypeOfTheListsOfPublicTypes() {
        PIXPORT.publicTypes()
                .forEach((part, listed) -> assertThat(namesIn(part)).containsAll(listed));
    }

    @Test
    void hasEveryHelperThatTheRulesOfTheCoreExcept() {
        assertThat(namesIn(Part.CORE)).containsAll(PIXPORT.helpers());
    }

    private static Stream<String> namesIn(Part part) {
        return classesIn(part).filter(JavaClass::isTopLevelClass).map(JavaClass::getSimpleName);
    }

    private static Stream<JavaClass> classesIn(Part part) {
        PackageMatcher matcher = PackageMatcher.of(PIXPORT.in(part));
        return CLASSES.stream().filter(type -> matcher.matches(type.getPackageName()));
    }
}
