package dev.odinbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginStatementTest {

    private static final TableNames NAMES = new TableNames("poll-box");

    private static String sql(String statement) {
        return PluginStatement.of(statement, NAMES).sql();
    }

    @Test
    void braces_becomeThePluginsOwnName() {
        assertThat(sql("select * from {polls} p, {poll_votes} where p.id = ?"))
                .isEqualTo("select * from \"plugin_poll-box_polls\" p, \"plugin_poll-box_poll_votes\" where p.id = ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '{polls}', 'it''s {x}' from t",
                "select 'plugin_key' from t",
                "select \"{polls}\" from t",
                "select 1 -- {polls} of plugin_other_t",
                "select /* {polls}\n; */ 1",
                "select $$ {polls} ; $$, $a$ {x} $a$"
            })
    void braces_inLiteralsAndComments_stay(String statement) {
        assertThat(sql(statement)).isEqualTo(statement);
    }

    @ParameterizedTest
    @CsvSource({
        "select 1,READ",
        " /* x */ VALUES (1),READ",
        "with a as (select 1) delete from {t},WRITE",
        "insert into {t} values (1) returning n,WRITE",
        "'',WRITE"
    })
    void access_isReadOfPlainQueriesOnly(String statement, Access access) {
        assertThat(PluginStatement.of(statement, NAMES).access()).isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from plugin_other_t",
                "select name from 'plugin_key'",
                "select * from \"plugin_other-one_t\"",
                "delete from PERMISSION_user",
                "drop table public.\"Odinbot_schema\"",
                "insert into {t} select value from plugin_key"
            })
    void tablesOfOthers_byName_areRefused(String statement) {
        assertThatThrownBy(() -> sql(statement))
                .isInstanceOf(RefusedStatement.class)
                .hasMessageEndingWith("write the plugin's own tables in braces, as {polls}; others are not its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "COMMIT",
                "pragma foreign_keys = off",
                "attach 'x' as y",
                "set role x",
                "vacuum into 'x'"
            })
    void whatWouldOutlastTheStatement_isRefused(String statement) {
        assertThatThrownBy(() -> sql(statement)).hasMessageContaining("are not for plugins");
    }

    @Test
    void secondStatement_isRefused() {
        assertThatThrownBy(() -> sql("select 1; drop table {t}"))
                .hasMessage("One statement at a time: there is more behind the semicolon");
        assertThat(sql("select 1; -- done\n")).isEqualTo("select 1; -- done\n");
        assertThatThrownBy(() -> sql("; select 1")).isInstanceOf(RefusedStatement.class);
    }

    @Test
    void trigger_mayHaveStatementsInIt() {
        assertThat(sql("create trigger {t_i} after insert on {t} begin delete from {u}; delete from {v}; end"))
                .contains("delete from \"plugin_poll-box_v\"; end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{Polls}", "{a b}", "{1a}", "{a-b}", "{a\"b}"})
    void name_thatIsNone_isRefused(String table) {
        assertThatThrownBy(() -> sql("select * from " + table)).hasMessageContaining(table + " names no table");
    }

    @Test
    void name_thatPostgresWouldCut_isRefused() {
        assertThat(sql("{" + "a".repeat(47) + "}")).hasSize(63 + 2);
        assertThatThrownBy(() -> sql("{" + "a".repeat(48) + "}"))
                .hasMessageContaining("has 64 characters, and 63 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a_b", "Music", "a\"b"})
    void id_thatIsNone_isRefused(String id) {
        assertThatThrownBy(() -> new TableNames(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
