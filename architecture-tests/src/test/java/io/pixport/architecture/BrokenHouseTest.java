package io.pixport.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds the classes of a house that {@link Breaks break} it, and leaves those alone that break none. */
final class BrokenHouseTest {
    private static final House BROKEN_HOUSE = new House(
            "io.pixport.architecture.broken",
            Stream.concat(House.PIXPORT.common().stream(), Stream.of(Breaks.class.getPackageName()))
                    .toList(),
            Set.of("Helper"),
            Map.of(
                    Part.INMEMORY, Set.of("InMemoryNameStore", "ListedButHidden"),
                    Part.AWS, Set.of("AwsNameStore", "ListedButHidden"),
                    Part.HTTP, Set.of("NameApi", "Hen", "Egg", "ListedButHidden"),
                    Part.SETTINGS, Set.of("NameSettings", "ListedButHidden"),
                    Part.JAVALIN, Set.of("Main", "ListedButHidden"),
                    Part.LAMBDA, Set.of("PixportFunction", "ListedButHidden")));
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(BROKEN_HOUSE.root());

    /** What each rule has to say, line by line. */
    private static final Map<Rule, List<String>> REPORTS =
            Arrays.stream(Rule.values()).collect(toMap(Function.identity(), BrokenHouseTest::report));

    /** Whom a line is about: what it puts in angle brackets first. */
    private static final Pattern BLAMED = Pattern.compile("[^<]*<([\\w.$-]+).*");

    @ParameterizedTest
    @EnumSource
    void isBlamedByEveryRuleForEachOffence(Rule rule) {
        assertThat(CLASSES)
                .filteredOn(type -> rulesBrokenBy(type).contains(rule))
                .isNotEmpty()
                .allMatch(offender -> isBlamed(offender, rule));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PACKAGES_FORM_NO_CYCLE") // A cycle blames all that are on it.
    void isNotBlamedForItsSoundClasses(Rule rule) {
        assertThat(CLASSES)
                .filteredOn(
                        type -> type.isTopLevelClass() && rulesBrokenBy(type).isEmpty())
                .isNotEmpty()
                .noneMatch(type -> isBlamed(type, rule));
    }

    @ParameterizedTest
    @MethodSource
    void isBlamedForEachReachOutOfTheCore(JavaMethod method) {
        assertThat(rulesBrokenBy(method.getOwner())).isNotEmpty().allSatisfy(rule -> assertThat(
                        REPORTS.getOrDefault(rule, List.of()))
                .anyMatch(line -> line.startsWith("Method <" + method.getFullName() + "> ")));
    }

    static Stream<JavaMethod> isBlamedForEachReachOutOfTheCore() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(BROKEN_HOUSE.packageOf(Part.CORE) + ".impure"))
                .flatMap(type -> type.getMethods().stream());
    }

    private static List<Rule> rulesBrokenBy(JavaClass type) {
        return type.tryGetAnnotationOfType(Breaks.class)
                .map(breaks -> List.of(breaks.value()))
                .orElse(List.of());
    }

    private static boolean isBlamed(JavaClass type, Rule rule) {
        return REPORTS.getOrDefault(rule, List.of()).stream()
                .map(BLAMED::matcher)
                .filter(Matcher::matches)
                .map(blamed -> blamed.group(1))
                .anyMatch(name -> name.equals(type.getName())
                        || name.startsWith(type.getName() + ".")
                        || name.startsWith(type.getName() + "$"));
    }

    private static List<String> report(Rule rule) {
        return rule.in(BROKEN_HOUSE).evaluate(CLASSES).getFailureReport().getDetails().stream()
                .flatMap(String::lines)
                .toList();
    }
}
