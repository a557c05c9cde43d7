package @package@;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rule R7 of the architecture. */
@AnalyzeClasses(packagesOf = @Name@Plugin.class, importOptions = DoNotIncludeTests.class)
class PluginImportsTest {

    @ArchTest
    static final ArchRule plugin_importsOnlyTheApiTheJdkAndItsOwn = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.odinbot.api..",
                    "@package@..",
                    "java..",
                    "javax..",
                    "org.slf4j..",
                    "org.jspecify..");
}
