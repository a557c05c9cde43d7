package dev.odinbot.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;

/** What holds for every plugin's code. Needs ArchUnit on the class path of the test. */
public final class PluginRules {

    private PluginRules() {}

    /**
     * Rule R7: the classes of the plugin's packages know {@code api}, the JDK, slf4j and each other; no more is there when the bot runs
     * them.
     *
     * @param plugin any class in the plugin's outermost package
     */
    public static void assertImportsOnlyTheApi(Class<?> plugin) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.odinbot.api..",
                        plugin.getPackageName() + "..",
                        "java..",
                        "javax..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(plugin.getPackageName()));
    }
}
